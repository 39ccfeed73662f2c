import type { ReactNode } from 'react';
import { NavLink, useParams } from 'react-router';
import { TopBar } from '../shell/top-bar.js';
import { ButtonLink } from '../ui/button.js';
import { renewDraft } from './draft-project.js';
import { LinkLight } from './link-light.js';
import { People } from './people.js';
import { useOpenProject } from './use-project.js';
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
      {id === undefined ? (
        <>
          <ButtonLink to="/experiments" look="quiet" size="small">
            Experiments
          </ButtonLink>
          <ButtonLink to="/admin" look="quiet" size="small">
            Admin
          </ButtonLink>
        </>
      ) : (
        <ButtonLink to="/" size="small" onClick={renewDraft}>
          New app
        </ButtonLink>
      )}
    </TopBar>
  );
}

function Views({ id }: { id: string }): ReactNode {
  return (
    <nav className={styles.views} aria-label="Views of the project">
      {VIEWS.map(([path, name]) => (
        <NavLink key={name} to={`/p/${id}${path && `/${path}`}`} end={path === ''}>
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
