import { type ReactNode, useState } from 'react';
import { useProject } from '../project/use-project.js';
import { Button, ButtonAway } from '../ui/button.js';
import { Select } from '../ui/select.js';
import { DEVICES } from './devices.js';
import type { Looks } from './see-panel.js';
import { Trouble } from './trouble.js';
import styles from './see-bar.module.css';

const SCHEMES = [
  [null, 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

/** What can be done with the app that is shown. */
export function SeeBar({ looks, onChange }: { looks: Looks; onChange: (looks: Looks) => void }): ReactNode {
  const url = useProject(({ state }) => state.preview?.url ?? null);
  return (
    <>
      <div className={styles.bar} role="toolbar" aria-label="Preview">
        <Select
          aria-label="Device"
          value={looks.device}
          onChange={({ target }) => onChange({ ...looks, device: target.value })}
        >
          {DEVICES.map(({ id: device, name }) => (
            <option key={device} value={device}>
              {name}
            </option>
          ))}
        </Select>
        <Select
          aria-label="Colours of the app"
          value={looks.scheme ?? ''}
          onChange={({ target }) => onChange({ ...looks, scheme: (target.value || null) as Looks['scheme'] })}
        >
          {SCHEMES.map(([scheme, name]) => (
            <option key={name} value={scheme ?? ''}>
              {name}
            </option>
          ))}
        </Select>
        <Button
          size="small"
          aria-label="Reload"
          title="Reload"
          disabled={url === null}
          onClick={() => onChange({ ...looks, reloads: looks.reloads + 1 })}
        >
          ↻
        </Button>
        {url !== null && (
          <ButtonAway size="small" href={url} aria-label="Open in new tab" title="Open in new tab">
            ↗
          </ButtonAway>
        )}
        <CopyLink url={url} />
      </div>
      <Trouble />
    </>
  );
}

const SAID_MS = 1_600;

function CopyLink({ url }: { url: string | null }): ReactNode {
  const [said, setSaid] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    const isDone = await navigator.clipboard.writeText(url ?? '').then(
      () => true,
      () => false,
    );
    setSaid(isDone ? 'Copied' : 'Not allowed here');
    setTimeout(() => setSaid(null), SAID_MS);
  };
  return (
    <Button size="small" disabled={url === null} onClick={() => void copy()}>
      {said ?? 'Copy link'}
    </Button>
  );
}
