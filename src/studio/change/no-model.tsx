import type { ReactNode } from 'react';
import type { Models } from '../../contract/models.js';
import { Writer } from '../create/writer.js';
import { Notice } from '../ui/states.js';

/** Rules cannot do what is asked for in words: said before anybody asks. */
export function NoModel({ models }: { models: Models }): ReactNode {
  return (
    <>
      <Notice tone="info">
        Rules wrote this app, and they do not understand what is asked for in words: a model does.{' '}
        {models.found.length > 0
          ? 'Choose one that was found on this computer:'
          : 'Start the service with OPENAI_API_KEY, or with a model’s server on this computer. Until then you can point at something and change its code.'}
      </Notice>
      {models.found.length > 0 && <Writer id="change-writer" />}
    </>
  );
}
