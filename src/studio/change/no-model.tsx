import type { ReactNode } from 'react';
import type { Models } from '../../contract/models.js';
import { Writer } from '../create/writer.js';
import { Notice } from '../ui/states.js';

/** Rules cannot do what is asked for in words: said before anybody asks. */
export function NoModel({ models }: { models: Models }): ReactNode {
  return (
    <>
      <Notice tone="info">
        Describing a change needs a model.{' '}
        {models.found.length > 0
          ? 'Choose one found on this computer:'
          : 'Set OPENAI_API_KEY and restart, or run a model on this computer. You can still point at something and edit its code.'}
      </Notice>
      {models.found.length > 0 && <Writer id="change-writer" />}
    </>
  );
}
