import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ProjectSummary } from '../../contract/projects.js';
import { recentProjects } from '../api/projects.js';
import { ago } from '../ui/format.js';
import styles from './recent.module.css';

export function Recent(): ReactNode {
  const { data } = useQuery(recentProjects());
  if (!data || data.projects.length === 0) return null;
  return (
    <section className={styles.recent} aria-labelledby="recent-title">
      <h2 id="recent-title">Recent projects</h2>
      <ul>
        {data.projects.map((project) => (
          <Row key={project.project_id} project={project} />
        ))}
      </ul>
    </section>
  );
}

function Row({
  project: { project_id, app_name, prompt, status, created_at },
}: {
  project: ProjectSummary;
}): ReactNode {
  return (
    <li>
      <Link to={`/p/${project_id}`}>
        <span className={styles.dot} data-state={dotOf(status)} title={status} />
        <span className={styles.words}>
          <strong>{app_name ?? project_id}</strong> {prompt}
        </span>
        <time dateTime={created_at}>{ago(created_at)}</time>
      </Link>
    </li>
  );
}

function dotOf(status: string): string {
  if (status === 'ready' || status === 'error') return status;
  return status === 'cancelled' ? 'idle' : 'busy';
}
