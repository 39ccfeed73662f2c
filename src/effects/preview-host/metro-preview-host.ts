import { Logger } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

import { previewLabel } from '../workspace/workspace.port.js';
import { checkPreview, PreviewAway } from './check-bundle.js';
import { writeEntryFiles } from './entry-files.js';
import { errorMessage } from './error-code.js';
import { metroGet } from './http-get.js';
import { installKit } from './install/install-kit.js';
import { KeepSmall } from './keep-small.js';
import { Activity } from './later/activity.js';
import { LaterWarmUp } from './later/later-warm-up.js';
import { LIVE_LIMITS, type LiveLimits, LivePreviews } from './live-previews.js';
import type { MetroAddress } from './metro-address.js';
import {
  type ExportedSite,
  PreviewHost,
  PreviewUnavailable,
  type PreparationStep,
  type PreviewAddress,
} from './preview-host.port.js';
import { previewEvent, type PreviewEvent } from './preview-events.js';
import type { PreviewPaths } from './preview-paths.js';
import { PhonePreview, type PhonePreviewOptions } from './phone/phone-preview.js';
import { ControlClosed } from './process/control-client.js';
import type { ExpoProcess } from './process/expo-process.js';
import type { HeartbeatTiming } from './process/heartbeat.js';
import { PreviewProcess } from './process/preview-process.js';
import { ToldProcess } from './process/told-process.js';
import { CheckListener } from './proxy/check-listener.js';
import { PreviewProxy } from './proxy/preview-proxy.js';
import { HotRelay } from './requests/hot-relay.js';
import { webBundlePath } from './requests/metro-path.js';
import type { PageReport } from './requests/page-reports.js';
import { PreviewAnswers } from './requests/preview-answers.js';
import { PreviewFolders } from './requests/preview-folders.js';
import { ShellAnswers } from './requests/shell-answers.js';
import type { SocketLimits } from './requests/socket-limits.js';
import { exportSite } from './site/export-site.js';
import { refusalOf, RefusedBuilds } from './refused-builds.js';
import { startPreview } from './start-preview.js';
import { symbolicate } from './symbolicate.js';

/** Sites are at `<label>.share.<previewDomain>`. */
const SITE_SUBDOMAIN = 'share';
const MAX_CHECKS = 5;
const LONGEST_BUILD_MS = 60_000;
/** A dead process is noticed well within this. */
const AWAY_PAUSE_MS = 500;

export interface MetroPreviewHostOptions {
  readonly paths: PreviewPaths;
  /** `localhost`, or a wildcard domain that leads here. */
  readonly previewDomain: string;
  /** The port at which viewers reach the service; asked for with each address. */
  readonly publicPort: () => number;
  readonly onStep: (step: PreparationStep) => void;
  /** Other devices; absent: this machine's browsers only. */
  readonly phone?: Omit<PhonePreviewOptions, 'hostDir' | 'metro' | 'answers' | 'hot'> | undefined;
  /** Other limits than {@link LIVE_LIMITS}. */
  readonly limits?: Partial<LiveLimits>;
  /** Memory of the process above which it is begun anew; default about 1 GB. */
  readonly maxRssBytes?: number;
  /** Of the process; default {@link HEARTBEAT}. */
  readonly heartbeat?: HeartbeatTiming;
  /** How often it looks for what is idle; default 5 s. */
  readonly sweepMs?: number;
  /** Other limits than those of requests/hot-relay.ts. */
  readonly sockets?: { readonly limits?: SocketLimits; readonly registrationMs?: number };
}

const previewStats = z.object({ rss: z.number(), heapUsed: z.number(), graphs: z.number() });
type PreviewStats = z.infer<typeof previewStats>;

/** All previews from one Expo process that is told each change; see metro/ for its side. */
export class MetroPreviewHost extends PreviewHost {
  /** Serves the projects' hosts; the service's HTTP server passes it each request and upgrade first. */
  readonly proxy: PreviewProxy;
  readonly #process: PreviewProcess;
  readonly #told: ToldProcess;
  readonly #live: LivePreviews;
  readonly #keepSmall: KeepSmall;
  readonly #checks: CheckListener;
  readonly #phone: PhonePreview | undefined;
  readonly #activity = new Activity();
  readonly #stopping = new AbortController();
  #kit: Promise<void> | undefined;
  readonly #laterWarmUp: LaterWarmUp;
  readonly #logger = new Logger('Preview');
  readonly #refused = new RefusedBuilds();
  /** By label. */
  readonly #projects = new Map<string, string>();
  /** By label: those that `build` has begun, each in one life of the process. */
  readonly #builds = new Map<string, { readonly life: ExpoProcess; readonly done: Promise<void> }>();
  readonly #events = new EventEmitter<{ event: [PreviewEvent]; suspended: [string] }>();

  constructor(private readonly options: MetroPreviewHostOptions) {
    super();
    const { paths, onStep, previewDomain, phone } = options;
    const metro = (): MetroAddress | undefined => this.metro;
    this.#process = new PreviewProcess(
      async (signal) => {
        await this.#installed();
        return startPreview(
          paths,
          onStep,
          (event) => {
            this.#activity.note();
            const about = previewEvent(event, paths.projectsDir);
            if (about) this.#events.emit('event', about);
          },
          signal,
        );
      },
      (projects) => this.#hung(projects),
      options.heartbeat,
    );
    this.#told = new ToldProcess(this.#process);
    const shell = new ShellAnswers(
      () => metro() !== undefined,
      (report) => void this.#crashed(report),
    );
    const live = new LivePreviews({ ...LIVE_LIMITS, ...options.limits }, undefined, (label) =>
      this.#refused.has(label),
    );
    this.#live = live;
    this.#keepSmall = new KeepSmall(this.#process, live, options.maxRssBytes, options.sweepMs, (label) =>
      this.#events.emit('suspended', label),
    );
    const folders = new PreviewFolders(paths);
    const answers = new PreviewAnswers({ folders, metro, live, shell });
    const relay = (): HotRelay => new HotRelay({ metro, live, ...options.sockets });
    this.proxy = new PreviewProxy({ previewDomain, folders, answers, hot: relay() });
    this.#phone = phone && new PhonePreview({ ...phone, hostDir: paths.hostDir, metro, answers, hot: relay() });
    const platforms = phone ? (['web', 'ios', 'android'] as const) : (['web'] as const);
    this.#laterWarmUp = new LaterWarmUp(paths, platforms, this.#activity, onStep);
    this.#checks = new CheckListener(this.proxy);
  }

  /** Begins to install the kit where it is not there: the longest part of a first start needs nothing else of the service. */
  begin(): void {
    const { paths, onStep } = this.options;
    this.#kit = installKit({ kitDir: paths.kitDir, onStep, signal: this.#stopping.signal });
    this.#kit.catch(() => undefined); // heard by the start that waits for it
  }

  /** The preview process's id while it is up. */
  get processId(): number | undefined {
    return this.#process.current?.pid;
  }

  /** Where the preview process answers while it is up. */
  get metro(): MetroAddress | undefined {
    return this.#process.current?.metro;
  }

  /** The project behind a label; undefined for a hashed one that nobody has opened since this process began. */
  projectOf(label: string): string | undefined {
    return this.#projects.get(label) ?? (previewLabel(label) === label ? label : undefined);
  }

  /** Whether generated code is served to other devices at this port. */
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
    const label = previewLabel(projectId);
    this.#refused.requireAllowed(label);
    const known = this.#builds.get(label);
    const isBuilt = known?.life === life && this.#live.isLive(label);
    this.#live.use(label);
    if (isBuilt) return known.done;
    const signal = AbortSignal.timeout(LONGEST_BUILD_MS);
    const done = metroGet(life.metro, webBundlePath(label), { signal }).then(() => undefined);
    this.#builds.set(label, { life, done });
    done.catch(() => this.#builds.delete(label));
    return done;
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
    if (change.changed.length + change.removed.length > 0) this.#refused.allow(label);
    const absolute = (path: string): string => join(folder, path);
    await this.#told.tell({ changed: change.changed.map(absolute), removed: change.removed.map(absolute) });
  }

  async settled(projectId: string): Promise<void> {
    await this.#askRunning('settled', { project: previewLabel(projectId) });
  }

  async check(projectId: string, paths: readonly string[], signal: AbortSignal): Promise<void> {
    const label = previewLabel(projectId);
    const { projectsDir } = this.options.paths;
    // Live updates of open pages go out before the whole bundle is asked for.
    await this.settled(projectId);
    for (let attempt = 1; ; attempt += 1) {
      const life = await this.#told.up();
      this.#refused.requireAllowed(label);
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
    this.#refused.requireAllowed(label);
    const { metro, control } = await this.#told.up();
    const files = await exportSite({ metro, label, projectsDir, signal }).finally(() =>
      // Its graph serves nobody any more; a process that died meanwhile has none.
      control.request('end', { project: label, mode: 'production' }).catch(() => undefined),
    );
    return { label, url: `http://${label}.${SITE_SUBDOMAIN}.${this.#domain()}`, files };
  }

  async close(projectId: string): Promise<void> {
    this.#builds.delete(previewLabel(projectId));
    await this.#askRunning('end', { project: previewLabel(projectId) });
  }

  /** Calls back with every build, error and hot update of any project. @returns how to stop that */
  onEvent(listener: (event: PreviewEvent) => void): () => void {
    this.#events.on('event', listener);
    return () => this.#events.off('event', listener);
  }

  /** Calls back with the label of each preview that nobody looks at any more, once its graphs are ended. */
  onSuspended(listener: (label: string) => void): void {
    this.#events.on('suspended', listener);
  }

  /** What the process takes, in bytes, and how many graphs it holds, of one project or of all. */
  async stats(projectId?: string): Promise<PreviewStats> {
    const { control } = await this.#process.ready();
    const project = projectId === undefined ? {} : { project: previewLabel(projectId) };
    return previewStats.parse(await control.request('stats', project));
  }

  /** Whether the process answers; false while it hangs, undefined while there is none. */
  async answers(withinMs: number): Promise<boolean | undefined> {
    const life = this.#process.current;
    if (!life) return undefined;
    const answered = life.control.request('alive').then(
      () => true,
      () => undefined,
    );
    return Promise.race([answered, sleep(withinMs, false, { ref: false })]);
  }

  /** Suspends what is idle and keeps the process's memory in bounds, as happens every few seconds by itself. */
  sweep(): Promise<void> {
    return this.#keepSmall.sweep();
  }

  /** Ends the process and its listeners; nothing can be asked of this host afterwards. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('The preview has been stopped.'));
    await Promise.all([
      this.#keepSmall.stop(),
      this.#checks.close(),
      this.#phone?.stop(),
      this.#laterWarmUp.stop(),
      this.#process.stop(),
    ]);
    this.proxy.close();
  }

  /** What one of several was building shows when each is built alone; until then none of them is. */
  #hung(labels: readonly string[]): void {
    for (const label of labels) this.#refused.refuse(label);
    const [label, ...others] = labels;
    if (label === undefined) return;
    if (others.length > 0) void this.#tryAlone(labels);
    else this.#events.emit('event', { type: 'broken', label, platform: 'web', message: refusalOf(label) });
  }

  async #tryAlone(labels: readonly string[]): Promise<void> {
    for (const label of labels) {
      try {
        const { metro } = await this.#process.ready();
        this.#refused.allow(label);
        await metroGet(metro, webBundlePath(label), { signal: AbortSignal.timeout(LONGEST_BUILD_MS) });
      } catch (error) {
        this.#logger.warn(`Could not build ${label} alone: ${String(error)}`);
      }
    }
  }

  async #crashed({ label, kind, message, stack }: PageReport): Promise<void> {
    const { metro } = this;
    const { projectsDir } = this.options.paths;
    const at = metro && (await symbolicate(stack, { metro, label, projectsDir }).catch(() => undefined));
    this.#events.emit('event', { type: 'crashed', label, platform: 'web', kind, message, ...(at && { at }) });
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

  /** What `begin` has begun; where that failed, the next start tries again. @throws PreviewUnavailable */
  async #installed(): Promise<void> {
    const kit = this.#kit;
    this.#kit = undefined;
    await kit?.catch((error: unknown) => {
      throw new PreviewUnavailable(errorMessage(error), { cause: error });
    });
  }
}
