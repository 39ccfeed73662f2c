import { type ReactNode, useState } from 'react';
import type { PreviewUrls } from '../../contract/preview.js';
import { useProject } from '../project/use-project.js';
import { Card } from '../ui/card.js';
import { addressesOf } from './addresses.js';
import styles from './elsewhere.module.css';

/** How the app comes onto a phone, or anywhere else: a QR code, what to install, every address. */
export function Elsewhere(): ReactNode {
  const preview = useProject(({ state }) => state.preview);
  return preview && <Addresses urls={preview.urls} />;
}

function Addresses({ urls }: { urls: PreviewUrls }): ReactNode {
  const id = useProject(({ state }) => state.id);
  const run = useProject(({ state }) => state.preview?.run);
  const [hasCode, setHasCode] = useState(true);
  const [first, ...others] = addressesOf(urls);
  return (
    <Card title="On another device">
      <div className={styles.elsewhere}>
        {hasCode && (
          <img
            // Its address may be another one after a run.
            key={run}
            src={`/api/v1/projects/${id}/qr.svg`}
            alt="QR code of the preview’s address"
            width="115"
            height="115"
            onError={() => setHasCode(false)}
          />
        )}
        <div>
          <a id="preview-address" href={first.url} target="_blank" rel="noopener">
            {first.url.replace(/\/$/, '')}
          </a>
          <p>{first.hint}</p>
          <ul>
            {others.map(({ url, hint }) => (
              <li key={url}>
                {hint}{' '}
                <a href={url} target="_blank" rel="noopener">
                  {url}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Card>
  );
}
