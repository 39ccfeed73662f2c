import type { IncomingMessage } from 'node:http';
import { type BeforeApplicationShutdown, Inject, Logger, UseFilters } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import type { WebSocket, WebSocketServer as WsServer } from 'ws';
import { CancelRunCommand } from '../commands/cancel-run.js';
import { RetryRunCommand } from '../commands/retry-run.js';
import { ReviseRunCommand } from '../commands/revise-run.js';
import { StartRunCommand } from '../commands/start-run.js';
import { WithdrawRevisionCommand } from '../commands/withdraw-revision.js';
import {
  cursorRequest,
  type CursorRequest,
  editRequest,
  type EditRequest,
  fileRequest,
  type FileRequest,
  openRequest,
  type OpenRequest,
  type ResolveRequest,
  resolveRequest,
  resumeRequest,
  type ResumeRequest,
} from '../contract/client-messages.js';
import { reviseRequest, type ReviseRequest, startRequest, type StartRequest } from '../contract/requests.js';
import { type WithdrawRequest, withdrawRequest } from '../contract/client-messages.js';
import { personOf } from '../generation/people-edits.js';
import { Admission, type Visit } from './admission.js';
import { CursorInvalid } from '../generation/errors.js';
import { asClientError, INTERNAL, replyWithError } from './client-error.js';
import { ClientErrorFilter } from './client-error.filter.js';
import { CLOSE_TRY_AGAIN } from './close-codes.js';
import { farewell } from './farewell.js';
import { EditDesk } from './edit-desk.js';
import { FieldsPipe } from './fields.pipe.js';
import { GATEWAY_OPTIONS, type GatewayOptions } from './gateway-options.js';
import { Heartbeat } from './heartbeat.js';
import { Hubs, type Seat } from './hubs.js';
import { Presence } from './presence.js';
import { ProjectWarmer } from './project-warmer.port.js';
import { reply } from './reply.js';

/** The WebSocket for watching a project and sending it commands (DESIGN.md section 5). */
@UseFilters(ClientErrorFilter)
@WebSocketGateway({ path: '/api/v1/ws/generate/:project_id', maxPayload: 64 * 1024, perMessageDeflate: false })
export class GenerateGateway implements OnGatewayConnection, OnGatewayDisconnect, BeforeApplicationShutdown {
  /** Set by Nest when the app is initialised. */
  @WebSocketServer() private readonly server: WsServer | undefined;
  readonly #logger = new Logger('Gateway');
  readonly #seats = new WeakMap<WebSocket, Seat>();

  constructor(
    private readonly commands: CommandBus,
    private readonly hubs: Hubs,
    private readonly presence: Presence,
    private readonly heartbeat: Heartbeat,
    private readonly admission: Admission,
    private readonly warmer: ProjectWarmer,
    private readonly edits: EditDesk,
    @Inject(GATEWAY_OPTIONS) private readonly options: GatewayOptions,
  ) {}

  handleConnection(client: WebSocket, request: IncomingMessage, visit: Visit): void {
    // Never throws: an error in Nest's stream of connections ends the process.
    this.#welcome(client, request, visit).catch((error: unknown) => this.#regret(client, error));
  }

  handleDisconnect(client: WebSocket): void {
    const seat = this.#seats.get(client);
    if (!seat) return;
    this.heartbeat.forget(client);
    this.edits.leave(client);
    this.hubs.leave(seat);
    void this.presence.disconnected(seat.projectId);
  }

  @SubscribeMessage('start')
  async start(
    @ConnectedSocket() client: WebSocket,
    @MessageBody(new FieldsPipe(startRequest)) request: StartRequest,
  ): Promise<void> {
    const { projectId, userId } = this.#seatOf(client);
    const named = { ...request, user_id: request.user_id ?? userId };
    const { isNew, run } = await this.commands.execute(new StartRunCommand(projectId, named));
    if (isNew) return;
    const message = `Run ${run} of this project is already active; you joined it.`;
    reply(client, { type: 'notice', data: { code: 'joined_active_run', message, run } });
  }

  @SubscribeMessage('cancel')
  async cancel(@ConnectedSocket() client: WebSocket): Promise<void> {
    const { projectId, userId } = this.#seatOf(client);
    await this.commands.execute(new CancelRunCommand(projectId, personOf(userId)));
  }

  @SubscribeMessage('retry')
  async retry(@ConnectedSocket() client: WebSocket): Promise<void> {
    const { projectId, userId } = this.#seatOf(client);
    await this.commands.execute(new RetryRunCommand(projectId, personOf(userId)));
  }

  @SubscribeMessage('resume')
  async resume(
    @ConnectedSocket() client: WebSocket,
    @MessageBody(new FieldsPipe(resumeRequest)) { after }: ResumeRequest,
  ): Promise<void> {
    const { hub, viewer } = this.#seatOf(client);
    await hub.resume(viewer, after);
  }

  @SubscribeMessage('revise')
  async revise(
    @ConnectedSocket() client: WebSocket,
    @MessageBody(new FieldsPipe(reviseRequest)) { instruction, user_id, at }: ReviseRequest,
  ): Promise<void> {
    const { projectId, userId } = this.#seatOf(client);
    await this.commands.execute(new ReviseRunCommand(projectId, user_id ?? userId, instruction, at));
  }

  @SubscribeMessage('withdraw')
  async withdraw(
    @ConnectedSocket() client: WebSocket,
    @MessageBody(new FieldsPipe(withdrawRequest)) { revision }: WithdrawRequest,
  ): Promise<void> {
    const { projectId, userId } = this.#seatOf(client);
    await this.commands.execute(new WithdrawRevisionCommand(projectId, personOf(userId), revision));
  }

  @SubscribeMessage('open_file')
  async openFile(
    @ConnectedSocket() client: WebSocket,
    @MessageBody(new FieldsPipe(openRequest)) request: OpenRequest,
  ): Promise<void> {
    const { projectId, userId } = this.#seatOf(client);
    await this.edits.open(client, projectId, request, userId);
  }

  @SubscribeMessage('edit')
  async edit(
    @ConnectedSocket() client: WebSocket,
    @MessageBody(new FieldsPipe(editRequest)) request: EditRequest,
  ): Promise<void> {
    await this.edits.edit(client, this.#projectOf(client), request);
  }

  @SubscribeMessage('cursor')
  moveCursor(
    @ConnectedSocket() client: WebSocket,
    @MessageBody(new FieldsPipe(cursorRequest)) request: CursorRequest,
  ): void {
    this.edits.moveCursor(client, this.#projectOf(client), request);
  }

  @SubscribeMessage('close_file')
  async closeFile(
    @ConnectedSocket() client: WebSocket,
    @MessageBody(new FieldsPipe(fileRequest)) { path }: FileRequest,
  ): Promise<void> {
    await this.edits.close(client, this.#projectOf(client), path);
  }

  @SubscribeMessage('resolve_conflict')
  async resolveConflict(
    @ConnectedSocket() client: WebSocket,
    @MessageBody(new FieldsPipe(resolveRequest)) request: ResolveRequest,
  ): Promise<void> {
    const { projectId, userId } = this.#seatOf(client);
    await this.edits.resolve(projectId, request, userId);
  }

  /** Closes all connections while the store can still record it. */
  async beforeApplicationShutdown(): Promise<void> {
    this.admission.close();
    if (this.server) await farewell(this.server.clients, this.options.graceMs);
    this.heartbeat.stop();
    await this.presence.stop();
    await this.hubs.stop();
  }

  async #welcome(client: WebSocket, { socket }: IncomingMessage, { projectId, after, userId }: Visit): Promise<void> {
    const line = {
      socket,
      isOpen: () => client.readyState === client.OPEN,
      close: (code: number, reason: string) => client.close(code, reason),
    };
    const seat = this.hubs.join(projectId, line, after, userId);
    this.#seats.set(client, seat);
    this.heartbeat.watch(client);
    // A client that reads the connection count after `ready` sees this viewer counted.
    const [head] = await Promise.all([seat.hub.settle(seat.viewer), this.presence.connected(projectId)]);
    seat.viewer.readyFrom(head);
    if (head === 0) void this.warmer.warm(projectId, (data) => reply(client, { type: 'preview', data }));
  }

  #regret(client: WebSocket, error: unknown): void {
    if (error instanceof CursorInvalid) {
      replyWithError(client, asClientError(error) ?? INTERNAL);
      return;
    }
    this.#logger.error('A viewer could not be served', error instanceof Error ? error.stack : String(error));
    client.close(CLOSE_TRY_AGAIN, 'The log cannot be read right now: reconnect in a few seconds.');
  }

  #projectOf(client: WebSocket): string {
    return this.#seatOf(client).projectId;
  }

  #seatOf(client: WebSocket): Seat {
    const seat = this.#seats.get(client);
    if (!seat) throw new Error('A message came from a client that was never given a seat.');
    return seat;
  }
}
