import type { FastifyRequest } from 'fastify';

/** The project's absolute WebSocket URL, at the address that the client used for this request. */
export function websocketUrl(request: FastifyRequest, projectId: string): string {
  const isSecure = request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https';
  const { localAddress, localPort } = request.socket;
  const host = request.headers.host ?? `${localAddress ?? 'localhost'}:${localPort ?? 80}`;
  return `${isSecure ? 'wss' : 'ws'}://${host}/api/v1/ws/generate/${projectId}`;
}
