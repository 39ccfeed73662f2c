import type { ReactNode } from 'react';
import { NavLink, Outlet } from 'react-router';
import { TopBar } from '../shell/top-bar.js';
import styles from './admin-layout.module.css';

/** What is around each view of the admin. */
export function AdminLayout(): ReactNode {
  return (
    <>
      <TopBar
        middle={
          <nav className={styles.tabs} aria-label="Admin">
            <NavLink to="/admin" end>
              Generations
            </NavLink>
            <NavLink to="/admin/stats">Statistics</NavLink>
            <NavLink to="/admin/live">Live</NavLink>
          </nav>
        }
      />
      <main id="main" className={styles.page}>
        <Outlet />
      </main>
    </>
  );
}
