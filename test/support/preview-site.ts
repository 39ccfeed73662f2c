import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { SharedKit } from '../../src/effects/kit/shared-kit.js';
import { MetroPreviewHost } from '../../src/effects/preview-host/metro-preview-host.js';
import type { MetroPreviewHostOptions } from '../../src/effects/preview-host/metro-preview-host-options.js';
import type { MetroAddress } from '../../src/effects/preview-host/metro-address.js';
import { packageRoot } from '../../src/effects/processes/package-root.js';
import { previewPaths } from '../../src/effects/preview-host/preview-paths.js';
import { FolderWorkspace } from '../../src/effects/workspace/folder-workspace.js';
import { Gate } from '../../src/effects/workspace/gate/gate.js';
import { previewLabel, type WorkspaceFile } from '../../src/effects/workspace/workspace.port.js';
import { testKit } from './kit.js';

/** A preview host with its own workspace and web server, connected as in the service. */
export interface PreviewSite {
  readonly host: MetroPreviewHost;
  readonly workspace: FolderWorkspace;
  readonly port: number;
  readonly projectsDir: string;
  /** Folders of this machine that no response may contain. */
  readonly folders: readonly string[];
  /** The address of the preview process, and the key that callers must send. */
  metro(): MetroAddress;
  /** Waits for the preview process, writes files and notifies the host, as a stage does. */
  write(projectId: string, files: readonly WorkspaceFile[]): Promise<void>;
  /** Like `write`, but without the gate, for code that must not compile. */
  writeUnchecked(projectId: string, file: { path: string; content: string | Buffer }): Promise<void>;
  stop(): Promise<void>;
}

export async function startPreviewSite(
  options: Pick<MetroPreviewHostOptions, 'phone' | 'limits' | 'maxRssBytes' | 'sweepMs' | 'heartbeat' | 'sockets'> = {},
): Promise<PreviewSite> {
  const dataDir = await mkdtemp(join(tmpdir(), 'firstlight-'));
  const paths = previewPaths(dataDir, await testKit());
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const host = new MetroPreviewHost({
    paths,
    kit: new SharedKit(paths.kitDir, () => undefined),
    previewDomain: 'localhost',
    publicPort: () => port,
    onStep: () => undefined,
    ...options,
  });
  const gate = new Gate();
  const workspace = new FolderWorkspace(paths.hostDir, gate);
  server.on('request', (request, response) => {
    if (!host.proxy.handleRequest(request, response)) response.writeHead(404).end('No preview.');
  });
  server.on('upgrade', (request, socket, head) => {
    if (!host.proxy.handleUpgrade(request, socket, head)) socket.destroy();
  });

  return {
    host,
    workspace,
    port,
    projectsDir: paths.projectsDir,
    folders: [dataDir, paths.kitDir, packageRoot(), homedir()],
    metro() {
      if (!host.metro) throw new Error('The preview process is not up.');
      return host.metro;
    },
    async write(projectId, files) {
      await host.ready();
      const changed = await workspace.write(projectId, files);
      await host.changed(projectId, { changed, removed: [] });
    },
    async writeUnchecked(projectId, { path, content }) {
      const file = join(paths.projectsDir, previewLabel(projectId), path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
      await host.changed(projectId, { changed: [path], removed: [] });
    },
    async stop() {
      await Promise.all([host.stop(), gate.stop()]);
      server.close();
      server.closeAllConnections();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A small app with two screens; its home shows `text`. */
export function appFiles(text: string): readonly WorkspaceFile[] {
  return [
    {
      path: 'app/_layout.tsx',
      content: "import { Stack } from 'expo-router';\nexport default function Layout() {\n  return <Stack />;\n}\n",
    },
    { path: 'app/index.tsx', content: screen(text) },
    { path: 'app/details/[id].tsx', content: screen(`${text} details`) },
  ];
}

/** A screen that shows an icon and `text`. */
export function screen(text: string): string {
  return `import { Ionicons } from '@expo/vector-icons';
import { Text, View } from 'react-native';
export default function Screen() {
  return (
    <View>
      <Ionicons name="rocket" size={24} />
      <Text>${text}</Text>
    </View>
  );
}
`;
}
