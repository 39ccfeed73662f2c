import { type CSSProperties, type ReactNode, useState } from 'react';
import { useOpenProject } from '../project/use-project.js';
import { AppFrame } from './app-frame.js';
import { type Device, deviceOf } from './devices.js';
import { ProjectFrame } from './project-frame.js';
import { SeeBar } from './see-bar.js';
import { useFit } from './use-fit.js';
import styles from './see-panel.module.css';

export interface Looks {
  readonly device: string;
  readonly scheme: 'light' | 'dark' | null;
  /** How often the frame was reloaded by hand. */
  readonly reloads: number;
}

/** The app as it is now, on a device; before there is a project, where it will be. */
export function SeePanel(): ReactNode {
  const store = useOpenProject();
  const [looks, setLooks] = useState<Looks>({ device: 'phone', scheme: null, reloads: 0 });
  const device = deviceOf(looks.device);
  const [room, scale] = useFit(device);
  return (
    <section className={styles.panel} aria-label="Preview" ref={room} style={measures(device, scale)}>
      {store && <SeeBar looks={looks} onChange={setLooks} />}
      <div className={styles.device} data-device={device.id}>
        <div className={styles.glass}>
          {store ? (
            <ProjectFrame looks={looks} />
          ) : (
            <AppFrame url={null} urls={null} opened="" plan={null} words="Your app appears here." scheme={null} />
          )}
        </div>
      </div>
    </section>
  );
}

function measures({ width, height }: Device, scale: number): CSSProperties {
  return { '--device-width': width, '--device-height': height, '--scale': scale.toFixed(3) } as CSSProperties;
}
