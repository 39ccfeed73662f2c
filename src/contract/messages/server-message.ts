import type { Aside, ChunkData, NoticeData } from './aside.js';
import type { LogMessage, MessageOf } from './log-message.js';

/** Everything that the service sends over the WebSocket. Types may be added: a client ignores those it does not know. */
export type ServerMessage = LogMessage | Aside;

export function isOfLog(message: ServerMessage): message is LogMessage {
  return 'seq' in message;
}

export function isChunk(data: NoticeData): data is ChunkData {
  return data.code === 'chunk';
}

/** The last message of a run. */
export type EndMessage = MessageOf<'complete' | 'error' | 'cancelled'>;

export function isEnd(message: LogMessage): message is EndMessage {
  return message.type === 'complete' || message.type === 'error' || message.type === 'cancelled';
}
