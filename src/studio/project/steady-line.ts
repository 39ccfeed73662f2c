import type { ConnectionListener, ConnectionState, ProjectConnection } from '../../client/connect.js';
import type { EditLine } from '../../client/file-session.js';
import type { ClientMessage } from '../../contract/client-messages.js';

/** A project's line to the service: listeners stay when the connection below it is replaced. */
export class SteadyLine implements EditLine {
  #connection: ProjectConnection | undefined;
  readonly #listeners = new Set<ConnectionListener>();

  get state(): ConnectionState {
    return this.#connection?.state ?? 'connecting';
  }

  send(message: ClientMessage): boolean {
    return this.#connection?.send(message) ?? false;
  }

  /** @returns how to stop listening */
  listen(listener: ConnectionListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  follow(connection: ProjectConnection): void {
    this.#connection = connection;
    this.#tell((listener) => listener.state?.('connecting', 1));
    connection.listen({
      message: (message) => this.#tell((listener) => listener.message?.(message)),
      aside: (message) => this.#tell((listener) => listener.aside?.(message)),
      ready: (head) => this.#tell((listener) => listener.ready?.(head)),
      state: (state, attempt) => this.#tell((listener) => listener.state?.(state, attempt)),
      refused: (error) => this.#tell((listener) => listener.refused?.(error)),
    });
  }

  #tell(what: (listener: ConnectionListener) => void): void {
    for (const listener of [...this.#listeners]) what(listener);
  }
}
