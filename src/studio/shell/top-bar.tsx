import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { Button } from '../ui/button.js';
import { SearchIcon } from './search-icon.js';
import { Sunrise } from './sunrise.js';
import { openPalette } from './use-palette.js';
import { You } from './you.js';
import styles from './top-bar.module.css';

const KEYS = isApple() ? '⌘K' : 'Ctrl K';

/** The head of every view: where one is, what can be reached from there. */
export function TopBar({ middle, children }: { middle?: ReactNode; children?: ReactNode }): ReactNode {
  return (
    <header className={styles.top}>
      <Link className={styles.brand} to="/" aria-label="Firstlight, start page">
        <Sunrise />
        <span className={styles.word}>Firstlight</span>
      </Link>
      <div className={styles.middle}>{middle}</div>
      <span className={styles.spacer} />
      {children}
      <nav className={styles.places} aria-label="Studio">
        <NavLink to="/experiments">Experiments</NavLink>
        <NavLink to="/admin">Admin</NavLink>
      </nav>
      <Button
        look="quiet"
        size="small"
        className={styles.search}
        onClick={openPalette}
        aria-label={`Commands, ${KEYS}`}
        title="Commands"
      >
        <SearchIcon />
        <kbd className={styles.keys}>{KEYS}</kbd>
      </Button>
      <You />
    </header>
  );
}

export function isApple(): boolean {
  return /Mac|iP/.test(navigator.platform);
}
