import type { ReactNode } from 'react';
import { NavLink, useParams } from 'react-router';
import { TopBar } from '../shell/top-bar.js';
import { ButtonLink } from '../ui/button.js';
import { renewDraft } from './draft-project.js';
import { LinkLight } from './link-light.js';
import { People } from './people.js';
import { useOpenProject } from './use-project.js';
import segments from '../ui/segments.module.css';
import styles from './project-head.module.css';

/** The views of a project; `''` is its first. */
const VIEWS = [
  ['', 'App'],
  ['code', 'Code'],
  ['time', 'Time'],
] as const;

export function ProjectHead(): ReactNode {
  const { id } = useParams();
  const store = useOpenProject();
  return (
    <TopBar middle={id !== undefined && <Views id={id} />}>
      {store && id !== undefined && <People />}
      {store && <LinkLight />}
      {id !== undefined && (
        <ButtonLink to="/" size="small" aria-label="New app" onClick={renewDraft}>
          <span className={styles.plus} aria-hidden="true">
            +
          </span>
          <span className={styles.fresh}>New app</span>
        </ButtonLink>
      )}
    </TopBar>
  );
}

function Views({ id }: { id: string }): ReactNode {
  return (
    <nav className={segments.segments} aria-label="Views of the project">
      {VIEWS.map(([path, name]) => (
        <NavLink key={name} to={`/p/${id}${path && `/${path}`}`} end={path === ''}>
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
