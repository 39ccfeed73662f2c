import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

import { previewLabel } from '../workspace/workspace.port.js';
import { checkPreview, PreviewAway } from './check-bundle.js';
import { writeEntryFiles } from './entry-files.js';
import { KeepSmall } from './keep-small.js';
import { Activity } from './later/activity.js';
import { LaterWarmUp } from './later/later-warm-up.js';
import { LIVE_LIMITS, LivePreviews } from './live-previews.js';
import type { MetroAddress } from './metro-address.js';
import type { MetroPreviewHostOptions } from './metro-preview-host-options.js';
import { type ExportedSite, PreviewHost, type PreviewAddress } from './preview-host.port.js';
import { PreviewBuilds } from './preview-builds.js';
import { PreviewNews } from './preview-news.js';
import type { PreviewEvent, PreviewWatch } from './preview-watch.port.js';
import { PhonePreview } from './phone/phone-preview.js';
import { ControlClosed } from './process/control-client.js';
import { PreviewProcess } from './process/preview-process.js';
import { ToldProcess } from './process/told-process.js';
import { CheckListener } from './proxy/check-listener.js';
import { PreviewProxy } from './proxy/preview-proxy.js';
import { HotRelay } from './requests/hot-relay.js';
import { PreviewAnswers } from './requests/preview-answers.js';
import { PreviewFolders } from './requests/preview-folders.js';
import { ShellAnswers } from './requests/shell-answers.js';
import { exportSite } from './site/export-site.js';
import { startPreview } from './start-preview.js';

/** Sites are at `<label>.share.<previewDomain>`. */
const SITE_SUBDOMAIN = 'share';
const MAX_CHECKS = 5;
/** A dead process is noticed well within this. */
const AWAY_PAUSE_MS = 500;

const previewStats = z.object({ rss: z.number(), heapUsed: z.number(), graphs: z.number() });
type PreviewStats = z.infer<typeof previewStats>;

/** Serves all previews from one Expo process, which is notified of each change; see metro/ for its side. */
export class MetroPreviewHost extends PreviewHost implements PreviewWatch {
  /** Serves the projects' hosts; the service's HTTP server passes it each request and upgrade first. */
  readonly proxy: PreviewProxy;
  readonly #process: PreviewProcess;
  readonly #told: ToldProcess;
  readonly #live: LivePreviews;
  readonly #keepSmall: KeepSmall;
  readonly #checks: CheckListener;
  readonly #phone: PhonePreview | undefined;
  readonly #activity = new Activity();
  readonly #laterWarmUp: LaterWarmUp;
  readonly #builds = new PreviewBuilds();
  readonly #news: PreviewNews;
  /** By label. */
  readonly #projects = new Map<string, string>();

  constructor(private readonly options: MetroPreviewHostOptions) {
    super();
    const { kit, paths, workers, onStep, previewDomain, publicOrigin, phone } = options;
    const metro = (): MetroAddress | undefined => this.metro;
    this.#news = new PreviewNews(paths.projectsDir, metro);
    this.#process = new PreviewProcess(
      (signal) =>
        startPreview(
          kit,
          { ...paths, workers },
          onStep,
          (event) => {
            this.#activity.note();
            this.#news.happened(event);
          },
          signal,
        ),
      (projects) => this.#hung(projects),
      options.heartbeat,
    );
    this.#told = new ToldProcess(this.#process);
    const shell = new ShellAnswers(
      () => metro() !== undefined,
      (report) => void this.#news.crashed(report),
    );
    const live = new LivePreviews({ ...LIVE_LIMITS, ...options.limits }, undefined, (label) =>
      this.#builds.refused.has(label),
    );
    this.#live = live;
    this.#keepSmall = new KeepSmall(this.#process, live, options.maxRssBytes, options.sweepMs, (label) =>
      this.#news.suspended(label),
    );
    const folders = new PreviewFolders(paths);
    const answers = new PreviewAnswers({ folders, metro, live, shell });
    const relay = (): HotRelay => new HotRelay({ metro, live, ...options.sockets });
    this.proxy = new PreviewProxy({ previewDomain, publicOrigin, folders, answers, hot: relay() });
    this.#phone = phone && new PhonePreview({ ...phone, hostDir: paths.hostDir, metro, answers, hot: relay() });
    const platforms = phone ? (['web', 'ios', 'android'] as const) : (['web'] as const);
    this.#laterWarmUp = new LaterWarmUp(paths, platforms, this.#activity, onStep);
    this.#checks = new CheckListener(this.proxy);
  }

  /** The preview process's id while it is up. */
  get processId(): number | undefined {
    return this.#process.current?.pid;
  }

  /** Where the preview process answers while it is up. */
  get metro(): MetroAddress | undefined {
    return this.#process.current?.metro;
  }

  projectOf(label: string): string | undefined {
    return this.#projects.get(label) ?? (previewLabel(label) === label ? label : undefined);
  }

  isPhonePort(port: number): boolean {
    return this.#phone?.isAt(port) ?? false;
  }

  async ready(): Promise<void> {
    await this.#phone?.start();
    await this.#told.up();
    this.#laterWarmUp.begin();
  }

  async open(projectId: string): Promise<PreviewAddress> {
    const changed = await this.place(projectId);
    if (changed.length > 0) await this.changed(projectId, { changed, removed: [] });
    await this.#told.up();
    return this.addressesOf(projectId);
  }

  /** Every address of the project's preview, whether it is open or not. */
  async addressesOf(projectId: string): Promise<PreviewAddress> {
    return { ...this.addressOf(projectId), ...(await this.#phone?.urlsOf(previewLabel(projectId))) };
  }

  addressOf(projectId: string): PreviewAddress {
    return { web: `http://${this.#hostOf(previewLabel(projectId))}` };
  }

  place(projectId: string): Promise<readonly string[]> {
    const label = previewLabel(projectId);
    this.#projects.set(label, projectId);
    return writeEntryFiles(join(this.options.paths.projectsDir, label));
  }

  async build(projectId: string): Promise<void> {
    this.#activity.note();
    const life = await this.#told.up();
    return this.#builds.build(previewLabel(projectId), life, this.#live);
  }

  async forget(projectId: string): Promise<void> {
    const folder = join(this.options.paths.projectsDir, previewLabel(projectId));
    await this.#askRunning('change', { changed: [], removed: [folder] });
    await this.close(projectId);
  }

  async changed(projectId: string, change: { changed: readonly string[]; removed: readonly string[] }): Promise<void> {
    this.#activity.note();
    const label = previewLabel(projectId);
    const folder = join(this.options.paths.projectsDir, label);
    if (change.changed.length + change.removed.length > 0) this.#builds.refused.allow(label);
    const absolute = (path: string): string => join(folder, path);
    await this.#told.tell({ changed: change.changed.map(absolute), removed: change.removed.map(absolute) });
  }

  async settled(projectId: string): Promise<void> {
    await this.#askRunning('settled', { project: previewLabel(projectId) });
  }

  async check(projectId: string, paths: readonly string[], signal: AbortSignal): Promise<void> {
    const label = previewLabel(projectId);
    const { projectsDir } = this.options.paths;
    // Live updates of open pages are sent before the whole bundle is requested.
    await this.settled(projectId);
    for (let attempt = 1; ; attempt += 1) {
      const life = await this.#told.up();
      this.#builds.refused.requireAllowed(label);
      const port = await this.#checks.port();
      try {
        await checkPreview(paths, { port, host: this.#hostOf(label), label, projectsDir, signal });
        return;
      } catch (error) {
        if (!(error instanceof PreviewAway) || attempt === MAX_CHECKS) throw error;
        await Promise.race([life.ended, sleep(AWAY_PAUSE_MS, undefined, { ref: false })]);
      }
    }
  }

  async exportSite(projectId: string, signal: AbortSignal): Promise<ExportedSite> {
    const label = previewLabel(projectId);
    const { projectsDir } = this.options.paths;
    await this.open(projectId);
    this.#builds.refused.requireAllowed(label);
    const { metro, control } = await this.#told.up();
    const files = await exportSite({ metro, label, projectsDir, signal }).finally(() =>
      // Its graph serves nobody any more; a process that died meanwhile has none.
      control.request('end', { project: label, mode: 'production' }).catch(() => undefined),
    );
    return { label, url: `http://${label}.${SITE_SUBDOMAIN}.${this.#domain()}`, files };
  }

  async close(projectId: string): Promise<void> {
    this.#builds.forget(previewLabel(projectId));
    await this.#askRunning('end', { project: previewLabel(projectId) });
  }

  onEvent(listener: (event: PreviewEvent) => void): () => void {
    return this.#news.onEvent(listener);
  }

  onSuspended(listener: (label: string) => void): void {
    this.#news.onSuspended(listener);
  }

  /** The memory of the process, in bytes, and how many graphs it holds, for one project or for all. */
  async stats(projectId?: string): Promise<PreviewStats> {
    const { control } = await this.#process.ready();
    const project = projectId === undefined ? {} : { project: previewLabel(projectId) };
    return previewStats.parse(await control.request('stats', project));
  }

  async answers(withinMs: number): Promise<boolean | undefined> {
    const life = this.#process.current;
    if (!life) return undefined;
    const answered = life.control.request('alive').then(
      () => true,
      () => undefined,
    );
    return Promise.race([answered, sleep(withinMs, false, { ref: false })]);
  }

  /** Suspends idle previews and limits the process's memory; also happens automatically every few seconds. */
  sweep(): Promise<void> {
    return this.#keepSmall.sweep();
  }

  /** Frees the memory of the project's preview; the next request builds it again. False if a page is showing it, or it is not built. */
  suspend(projectId: string): Promise<boolean> {
    return this.#keepSmall.suspend(previewLabel(projectId));
  }

  /** Ends the process and its listeners; nothing can be asked of this host afterwards. */
  async stop(): Promise<void> {
    await Promise.all([
      this.#keepSmall.stop(),
      this.#checks.close(),
      this.#phone?.stop(),
      this.#laterWarmUp.stop(),
      this.#process.stop(),
    ]);
    this.proxy.close();
  }

  #hung(labels: readonly string[]): void {
    for (const label of labels) this.#builds.refused.refuse(label);
    const [label, ...others] = labels;
    if (label === undefined) return;
    if (others.length > 0) void this.#builds.tryAlone(labels, () => this.#process.ready());
    else this.#news.refused(label);
  }

  /** Without a process, or when it dies meanwhile, there is nothing to settle, to forget or to end. */
  async #askRunning(operation: 'settled' | 'change' | 'end', fields: object): Promise<void> {
    try {
      await this.#process.current?.control.request(operation, fields);
    } catch (error) {
      if (!(error instanceof ControlClosed)) throw error;
    }
  }

  #hostOf(label: string): string {
    return `${label}.${this.#domain()}`;
  }

  #domain(): string {
    return `${this.options.previewDomain}:${this.options.publicPort()}`;
  }
}
