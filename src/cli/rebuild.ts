/** `npm run rebuild -- <project> [--seq N] [--to DIR]`: a project's folder from the log, verified by hash. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ProjectFolders } from '../driver/project-folders.js';
import { previewPaths } from '../effects/preview-host/preview-paths.js';
import { FolderWorkspace } from '../effects/workspace/folder-workspace.js';
import { Gate } from '../effects/workspace/gate/gate.js';
import { Database } from '../event-store/database.js';
import { PostgresBlobStore } from '../event-store/postgres-blob-store.js';
import { PostgresEventStore } from '../event-store/postgres-event-store.js';
import { isProjectId, PROJECT_ID_HINT } from '../contract/project-id.js';
import { readSettings } from '../settings.js';

const HELP = `Rebuilds a project's folder from the log and verifies it by hash.

  npm run rebuild -- <project> [--seq <n>] [--to <folder>]

Without options: the project's own folder in DATA_DIR (while the service runs, use POST /api/v1/projects/<project>/rebuild,
which also updates the preview). --seq: the project as it was after that event, in DATA_DIR/rebuilt/<project>@<n>.
--to: into that folder; other files in it stay.
`;

interface Request {
  readonly projectId: string;
  readonly seq: number | undefined;
  readonly to: string | undefined;
}

try {
  const request = readRequest(process.argv.slice(2));
  process.stdout.write(request === 'help' ? HELP : await rebuild(request));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function readRequest(args: readonly string[]): Request | 'help' {
  const options = { seq: { type: 'string' }, to: { type: 'string' }, help: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.help) return 'help';
  const [projectId, ...others] = positionals;
  if (projectId === undefined || others.length > 0) throw new Error(`Name one project.\n\n${HELP}`);
  if (!isProjectId(projectId)) throw new Error(`${JSON.stringify(projectId)} is not a project id. ${PROJECT_ID_HINT}`);
  if (values.seq !== undefined && !/^[1-9]\d{0,8}$/.test(values.seq)) {
    throw new Error(`--seq ${JSON.stringify(values.seq)} must be a whole number, 1 or more.`);
  }
  return { projectId, seq: values.seq === undefined ? undefined : Number(values.seq), to: values.to };
}

async function rebuild({ projectId, seq, to }: Request): Promise<string> {
  const { DATA_DIR, KIT_DIR, DATABASE_URL } = readSettings(process.env);
  const log = (line: unknown): void => void process.stderr.write(`${String(line)}\n`);
  const database = await Database.open({ dataDir: resolve(DATA_DIR), databaseUrl: DATABASE_URL, log });
  try {
    const { pool, connection } = database;
    // What is rebuilt has passed the gate before: it starts no process here.
    const workspace = new FolderWorkspace(previewPaths(DATA_DIR, KIT_DIR).hostDir, new Gate());
    const folders = new ProjectFolders(
      new PostgresEventStore(pool, connection, log),
      new PostgresBlobStore(pool),
      // No preview to tell: it finds the folder when somebody asks for the project.
      {
        restore: (id, files, target) => workspace.rebuild(id, files, target),
        export: (id, files, target) => workspace.rebuild(id, files, target),
      },
      { rebuiltDir: resolve(DATA_DIR, 'rebuilt') },
    );
    const { folder, files, missing, changed, extra, ...at } = await folders.rebuild(projectId, seq, to);
    const differed = [...told('missing', missing), ...told('changed', changed), ...told('extra', extra)].join('');
    return `${folder}: ${files} files of ${projectId} at event ${at.seq}, verified by hash.\n${differed}`;
  } finally {
    await database.close();
  }
}

function told(what: string, paths: readonly string[]): readonly string[] {
  return paths.map((path) => `  was ${what}: ${path}\n`);
}
