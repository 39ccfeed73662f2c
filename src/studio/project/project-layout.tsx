import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Outlet, useMatches, useParams } from 'react-router';
import { isProjectId } from '../../contract/project-id.js';
import { NotFound } from '../shell/not-found.js';
import { PreviewFrameContext } from '../see/preview-frame-context.js';
import { SeePanel } from '../see/see-panel.js';
import { renewDraft, useDraftProject } from './draft-project.js';
import { ProjectHead } from './project-head.js';
import { ProjectProvider } from './project-provider.js';
import styles from './project-layout.module.css';

/** Where a view wants the running app: beside it, or not at all (it stays open, and is there again at once). */
export interface ViewHandle {
  readonly see: 'beside' | 'hidden';
}

/**
 * The project that is open, and its app in a frame: both stay as one goes from view to view, and from the draft that is warm before the
 * first run to its project.
 */
export function ProjectLayout(): ReactNode {
  const { id: routed } = useParams();
  const draft = useDraftProject();
  const id = routed ?? (draft.isOpen ? draft.id : undefined);
  useEffect(() => {
    // The draft has become a project.
    if (routed === draft.id) renewDraft();
  }, [routed, draft.id]);
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null);
  const kept = useMemo(() => ({ frame, setFrame }), [frame]);
  const handle = useMatches().at(-1)?.handle as ViewHandle | undefined;
  if (routed !== undefined && !isProjectId(routed)) return <NotFound />;
  return (
    <PreviewFrameContext value={kept}>
      <ProjectProvider id={id}>
        <ProjectHead />
        <div
          className={styles.layout}
          data-view={routed === undefined ? 'create' : 'project'}
          data-see={handle?.see ?? 'beside'}
        >
          <main id="main" className={styles.main}>
            <Outlet />
          </main>
          <div className={styles.see}>
            <SeePanel />
          </div>
        </div>
      </ProjectProvider>
    </PreviewFrameContext>
  );
}
