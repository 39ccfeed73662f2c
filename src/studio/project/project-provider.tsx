import { type ReactNode, useEffect, useMemo } from 'react';
import { usePerson } from '../ui/person.js';
import { ProjectStore } from './project-store.js';
import { ProjectContext } from './use-project.js';

/** Opens a project for what is inside; another id closes it and opens that one. Without an id none is open. */
export function ProjectProvider({ id, children }: { id: string | undefined; children: ReactNode }): ReactNode {
  const { name } = usePerson();
  const store = useMemo(() => (id === undefined ? null : new ProjectStore(id, name)), [id, name]);
  useEffect(() => store?.open(), [store]);
  return <ProjectContext value={store}>{children}</ProjectContext>;
}
