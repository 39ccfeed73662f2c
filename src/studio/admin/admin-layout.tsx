import type { ReactNode } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { TopBar } from '../shell/top-bar.js';
import segments from '../ui/segments.module.css';
import styles from './admin-layout.module.css';

/** Each with the addresses that belong to it. */
const TABS = [
  ['/admin', 'Generations', /^\/admin(?:\/runs\/.*)?\/?$/],
  ['/admin/stats', 'Statistics', /^\/admin\/stats/],
  ['/admin/live', 'Live', /^\/admin\/live/],
] as const;

/** What is around each view of the admin. */
export function AdminLayout(): ReactNode {
  const { pathname } = useLocation();
  return (
    <>
      <TopBar
        middle={
          <nav className={segments.segments} aria-label="Admin">
            {TABS.map(([to, name, addresses]) => (
              <Link key={to} to={to} aria-current={addresses.test(pathname) ? 'page' : undefined}>
                {name}
              </Link>
            ))}
          </nav>
        }
      />
      <main id="main" className={styles.page}>
        <Outlet />
      </main>
    </>
  );
}
