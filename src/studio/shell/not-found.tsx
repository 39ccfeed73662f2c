import type { ReactNode } from 'react';
import { ButtonLink } from '../ui/button.js';
import { Empty } from '../ui/states.js';
import { useTitle } from '../ui/use-title.js';
import { TopBar } from './top-bar.js';

export function NotFound(): ReactNode {
  useTitle('Not found');
  return (
    <>
      <TopBar />
      <main id="main">
        <Empty title="There is nothing at this address.">
          <ButtonLink to="/">Describe an app</ButtonLink>
        </Empty>
      </main>
    </>
  );
}
