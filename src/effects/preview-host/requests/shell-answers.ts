import type { IncomingMessage, ServerResponse } from 'node:http';

import { type PageReport, PageReports } from './page-reports.js';

/** Paths of the page's own script (page/shell.js), below whatever its project is below; no project can have them. */
const OWN = '/_firstlight/';

/** Answers what the pages of previews ask for themselves, on every listener that shows them. */
export class ShellAnswers {
  readonly #reports: PageReports;

  /** @param isUp whether a preview can be served now @param onReport called with errors that a page reports */
  constructor(
    private readonly isUp: () => boolean,
    onReport: (report: PageReport) => void,
  ) {
    this.#reports = new PageReports(onReport);
  }

  /** @param path of the request below its project's address @returns false, having done nothing, for any other path */
  answer(label: string, path: string, request: IncomingMessage, response: ServerResponse): boolean {
    if (!path.startsWith(OWN)) return false;
    if (path === `${OWN}report` && request.method === 'POST') {
      this.#reports.take(label, request, response).catch(() => response.destroy());
      return true;
    }
    const status = path !== `${OWN}state` ? 404 : this.isUp() ? 200 : 503;
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
    response.end(status === 200 ? 'up' : status === 503 ? 'starting' : 'Not found.');
    return true;
  }
}
