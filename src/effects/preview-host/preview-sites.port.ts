import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Answers for a label, or returns false, having done nothing. */
export type StandIn = (label: string, request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * Called when a preview has no folder (deleted, or on another machine), and every time for past versions, whose folders come and go;
 * true once it has one, false if there is nothing to show.
 */
export type BringBack = (label: string, hasFolder: boolean) => Promise<boolean>;

/** Every project's preview at a host of its own; the service's HTTP server passes it each request and upgrade first. */
export abstract class PreviewSites {
  /** Answers a request to a preview's host. @returns false, having done nothing, for any other host */
  abstract handleRequest(request: IncomingMessage, response: ServerResponse): boolean;

  /** Takes an upgrade to a preview's host. @returns false, having done nothing, for any other host */
  abstract handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;

  /** Sets what answers for a project that cannot be served now, such as its exported site. */
  abstract standInWith(standIn: StandIn): void;

  /** Sets what is called when a preview has no folder, or may be about to lose it. */
  abstract onMissing(bringBack: BringBack): void;
}
