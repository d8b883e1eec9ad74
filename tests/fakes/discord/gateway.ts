/** The gateway's side of a connection: HELLO, IDENTIFY, READY, heartbeats, RESUME. */
import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';

export interface FakeGateway {
  dispatch(type: string, data: object): void;
  readonly identified: () => number;
  readonly resumed: () => number;
  /** Closes every connection with this code. */
  drop(code: number): void;
  close(): void;
}

export function fakeGateway(server: Server, token: string, ready: () => object, changed: () => void): FakeGateway {
  const sockets = new WebSocketServer({ server });
  let identified = 0;
  let resumed = 0;
  let sequence = 0;
  const live = new Set<WebSocket>();
  sockets.on('connection', (socket) => {
    const send = (op: number, d: unknown, t: string | null = null): void => socket.send(JSON.stringify({ op, d, t, s: t === null ? null : (sequence += 1) }));
    send(10, { heartbeat_interval: 45_000 });
    socket.on('close', () => live.delete(socket));
    socket.on('message', (data: Buffer) => {
      const { op, d } = JSON.parse(data.toString()) as { op: number; d: { token?: string } | null };
      if (op === 1) return send(11, null);
      if (op === 6) { live.add(socket); send(0, {}, 'RESUMED'); resumed += 1; return changed(); }
      if (op !== 2) return undefined;
      if (d?.token !== token) return socket.close(4004, 'Authentication failed.');
      identified += 1;
      live.add(socket);
      return send(0, ready(), 'READY');
    });
  });
  return {
    dispatch(type, data) {
      for (const socket of live) socket.send(JSON.stringify({ op: 0, t: type, s: (sequence += 1), d: data }));
    },
    identified: () => identified,
    resumed: () => resumed,
    drop(code) {
      for (const socket of live) socket.close(code);
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
