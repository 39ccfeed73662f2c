import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';

const MAX_BODY_BYTES = 16 * 1024;
const MAX_PER_MINUTE = 30;
const MINUTE_MS = 60_000;

const report = z.object({
  kind: z.enum(['error', 'rejection', 'console']),
  message: z.string().min(1).max(2000),
  stack: z.string().max(4000).default(''),
});

/** An error in an app, as reported by the preview's page (page/shell.js). */
export interface PageReport extends z.infer<typeof report> {
  readonly label: string;
}

/** Takes the reports of pages: each project's own page only, small ones, and not too many. */
export class PageReports {
  readonly #counts = new Map<string, number>();
  #countedSince = 0;

  constructor(private readonly onReport: (report: PageReport) => void) {}

  /** Answers 204 for a report taken, 400 for one that is none, 403 for another page's, 429 where there are too many. */
  async take(label: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { origin, host } = request.headers;
    if (origin !== undefined && URL.parse(origin)?.host !== host?.toLowerCase()) response.writeHead(403);
    else if (this.#isTooMuch(label)) response.writeHead(429, { 'retry-after': '60' });
    else response.writeHead(this.#accept(label, await bodyOf(request)) ? 204 : 400);
    response.end();
  }

  #accept(label: string, body: unknown): boolean {
    const parsed = report.safeParse(body);
    if (parsed.success) this.onReport({ label, ...parsed.data });
    return parsed.success;
  }

  #isTooMuch(label: string): boolean {
    if (Date.now() - this.#countedSince > MINUTE_MS) {
      this.#countedSince = Date.now();
      this.#counts.clear();
    }
    const count = (this.#counts.get(label) ?? 0) + 1;
    this.#counts.set(label, count);
    return count > MAX_PER_MINUTE;
  }
}

/** undefined if it is not JSON, or too long. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
