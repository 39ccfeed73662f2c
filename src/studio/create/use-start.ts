import { useCallback, useEffect, useRef } from 'react';
import { useNavigate, useParams } from 'react-router';
import { openDraft } from '../project/draft-project.js';
import type { ProjectStore } from '../project/project-store.js';
import { useOpenProject } from '../project/use-project.js';
import type { Composed } from './composed.js';

/** @returns starts a run of the project that is open, or of the draft, and goes there */
export function useStart(): (composed: Composed) => void {
  const { id: routed } = useParams();
  const store = useOpenProject();
  const navigate = useNavigate();
  const waiting = useRef<Composed | null>(null);
  const begin = useCallback(
    (opened: ProjectStore, composed: Composed): void => {
      opened.start({ ...composed, user_id: opened.userId });
      if (routed === undefined) void navigate(`/p/${opened.id}`);
    },
    [navigate, routed],
  );
  useEffect(() => {
    // The draft was opened by this very press: its store came with this drawing.
    if (!store || !waiting.current) return;
    begin(store, waiting.current);
    waiting.current = null;
  }, [store, begin]);
  return (composed) => {
    if (store) {
      begin(store, composed);
      return;
    }
    waiting.current = composed;
    openDraft();
  };
}
