import { ConnectionsView } from './connections/connections-view.js';
import { connectionsProjection } from './connections/table.js';
import { FilesView } from './files/files-view.js';
import { filesProjection } from './files/table.js';
import { HistoryView } from './history/history-view.js';
import { RunStats } from './history/run-stats.js';
import { SitesView } from './sites/sites-view.js';
import { sitesProjection } from './sites/table.js';
import { StatusView } from './status/status-view.js';
import { statusProjection } from './status/table.js';

/** Every read model: the projection that maintains its tables, and the providers that read them. */
export const READ_MODELS = {
  status: { projection: statusProjection, views: [StatusView, HistoryView, RunStats] },
  files: { projection: filesProjection, views: [FilesView] },
  connections: { projection: connectionsProjection, views: [ConnectionsView] },
  sites: { projection: sitesProjection, views: [SitesView] },
} as const;

export type ReadModelName = keyof typeof READ_MODELS;
