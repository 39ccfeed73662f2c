import type { ReactNode } from 'react';
import type { PreviewUrls } from '../../contract/preview.js';
import { ButtonAway } from '../ui/button.js';
import styles from './unreachable.module.css';

/** The browser finds nothing at the preview's address: what that means, and an address that works. */
export function Unreachable({ url, urls }: { url: string; urls: PreviewUrls | null }): ReactNode {
  const host = new URL(url).hostname;
  const others = [urls?.lan, urls?.public].filter((other) => other !== undefined);
  return (
    <div className={styles.unreachable} role="alert">
      <h2>The preview cannot be reached</h2>
      <p>
        This browser finds nothing at <code>{host}</code>.{' '}
        {host.endsWith('.localhost') && 'Some browsers (Safari before macOS 26) do not resolve such names themselves.'}
      </p>
      {others.map((other) => (
        <ButtonAway key={other} href={other} look="primary">
          Open the app at {new URL(other).host}
        </ButtonAway>
      ))}
      {others.length === 0 && (
        <p>
          Open the page in Chrome or Firefox, or add <code>127.0.0.1 {host}</code> to this computer’s hosts file.
        </p>
      )}
      <ButtonAway href={url} look="quiet">
        Try it in a separate tab
      </ButtonAway>
    </div>
  );
}
