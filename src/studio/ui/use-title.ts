import { useEffect } from 'react';

/** The title of the page while this view is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Firstlight` : 'Firstlight';
  }, [title]);
}
