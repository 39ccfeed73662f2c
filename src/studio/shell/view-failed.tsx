import type { ReactNode } from 'react';
import { useRouteError } from 'react-router';
import { Failed } from '../ui/states.js';

/** A view that could not be shown: a mistake of ours, or a part of the page that could not be loaded. */
export function ViewFailed(): ReactNode {
  const error = useRouteError();
  return (
    <main id="main">
      <Failed error={error} onRetry={() => location.reload()} />
    </main>
  );
}
