import { useCallback } from 'react';
import { useParams } from 'react-router';
import { openDraft } from '../project/draft-project.js';

/** @returns opens the draft project, unless a project is open already */
export function useWarmDraft(): () => void {
  const { id } = useParams();
  return useCallback(() => {
    if (id === undefined) openDraft();
  }, [id]);
}
