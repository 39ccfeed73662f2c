import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import pLimit from 'p-limit';
import { z } from 'zod';

import { errorCode } from '../../processes/error-code.js';

/** How many projects get their own port; a firewall has to let that many through. */
export const MAX_OWN_PORTS = 64;

const assigned = z.record(z.string(), z.int().min(1).max(65_535));

/** Listens for one project only. @throws if the port is not available */
export type ListenFor = (label: string, port: number) => Promise<number>;

/**
 * A port for each project whose page a browser on another device has opened. A browser separates what pages store by origin,
 * so a port belongs to one project forever: it is remembered, and never given to another.
 */
export class OwnPorts {
  readonly #inTurn = pLimit(1);
  readonly #open = new Map<string, Promise<number | undefined>>();
  #known: Record<string, number> | undefined;

  /** @param file remembers whose each port is @param first the lowest; 0: the system chooses */
  constructor(
    private readonly file: string,
    private readonly first: number,
    private readonly listen: ListenFor,
  ) {}

  /** The project's port, listened on; undefined where it has none, or something else listens there now. */
  of(label: string): Promise<number | undefined> {
    const opening = this.#open.get(label) ?? this.#inTurn(() => this.#openFor(label));
    this.#open.set(label, opening);
    return opening;
  }

  /** Listens again on those that pages of before may still be open at. */
  async reopen(): Promise<void> {
    await Promise.all(Object.keys(await this.#read()).map((label) => this.of(label)));
  }

  async #openFor(label: string): Promise<number | undefined> {
    const known = await this.#read();
    for (const port of known[label] === undefined ? this.#free(known) : [known[label]]) {
      const opened = await this.#tryToListen(label, port);
      if (opened === undefined) continue;
      if (known[label] === undefined) await this.#remember(label, opened);
      return opened;
    }
    return undefined;
  }

  async #tryToListen(label: string, port: number): Promise<number | undefined> {
    try {
      return await this.listen(label, port);
    } catch (error) {
      if (!['EADDRINUSE', 'EACCES'].includes(String(errorCode(error)))) throw error;
      return undefined;
    }
  }

  /** Those that are nobody's. */
  #free(known: Readonly<Record<string, number>>): readonly number[] {
    const assigned = new Set(Object.values(known));
    if (assigned.size >= MAX_OWN_PORTS) return [];
    if (this.first === 0) return [0];
    return Array.from({ length: MAX_OWN_PORTS }, (_, n) => this.first + n).filter((port) => !assigned.has(port));
  }

  async #read(): Promise<Readonly<Record<string, number>>> {
    this.#known ??= await readFile(this.file, 'utf8').then(
      (text) => assigned.parse(JSON.parse(text)),
      (error: unknown) => {
        if (errorCode(error) === 'ENOENT') return {};
        throw error;
      },
    );
    return this.#known;
  }

  async #remember(label: string, port: number): Promise<void> {
    this.#known = { ...this.#known, [label]: port };
    const draft = `${this.file}.${process.pid}`;
    await mkdir(dirname(this.file), { recursive: true });
    await writeFile(draft, JSON.stringify(this.#known));
    await rename(draft, this.file);
  }
}
