/**
 * The gateway's side of a connection (https://docs.discord.com/developers/events/gateway): HELLO, IDENTIFY, READY, heartbeats, RESUME with
 * what was missed, reconnect (op 7), invalid session (op 9). Events that come while no session lives are gone: a new process cannot resume.
 */
import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Json } from './json.ts';

export const intents = { guilds: 1 << 0, guildMessages: 1 << 9, directMessages: 1 << 12 } as const;
/** Members, presences, message content: a bot must be allowed to ask for them. */
const privileged = (1 << 1) | (1 << 8) | (1 << 15);
/** Events kept for a session that may come back. */
const kept = 5_000;

interface Packet { readonly op: 0; readonly t: string; readonly s: number; readonly d: Json }
interface Session { readonly id: string; readonly intents: number; sequence: number; readonly sent: Packet[]; socket: WebSocket | null }

export interface FakeGateway {
  /** To every session that asked for this intent; 0: to all. */
  dispatch(type: string, data: Json, intent?: number): void;
  readonly identified: () => number;
  readonly resumed: () => number;
  /** A session is connected. */
  readonly connected: () => boolean;
  readonly heartbeats: () => number;
  /** What HELLO asks for, ms. */
  heartbeatInterval: number;
  /** Heartbeats are not answered: the bot must notice that nobody is there. */
  deaf: boolean;
  /** Refuses connections until it is taken back. */
  away: boolean;
  /** Closes every connection with this code. */
  drop(code: number): void;
  /** The network fails: no closing words. */
  cut(): void;
  /** Op 7: connect again and resume. */
  reconnect(): void;
  /** Asks every connection for a heartbeat (op 1) and waits for it: what was sent before has been read by then. */
  roundTrip(): Promise<void>;
  /** Anything at all, to every connection. */
  raw(packet: string | Uint8Array): void;
  /** Sent in place of HELLO, and of the op 9 that answers a RESUME which cannot be. */
  greeting: string | null;
  invalidates: string | null;
  /** What READY gives as `resume_gateway_url`; undefined: the right one. */
  resumeAt: unknown;
  /** Op 9. */
  invalidate(resumable: boolean): void;
  /** Discord forgets all sessions and cuts the connections. */
  lose(): void;
  close(): void;
}

export interface GatewaySetup { readonly token: string; readonly url: () => string; readonly ready: () => Json; /** Events after READY. */ readonly afterReady: () => readonly (readonly [string, Json])[]; readonly changed: () => void }

export function fakeGateway(server: Server, { token, url, ready, afterReady, changed }: GatewaySetup): FakeGateway {
  const sockets = new WebSocketServer({ server });
  const sessions = new Map<string, Session>();
  let identified = 0;
  let resumed = 0;
  let count = 0;
  let heartbeats = 0;
  /** Told so by op 9: they may begin anew. */
  const invalid = new Set<WebSocket>();
  const asked = new Map<WebSocket, () => void>();

  const push = (session: Session, t: string, d: Json): void => {
    const packet: Packet = { op: 0, t, s: (session.sequence += 1), d };
    session.sent.push(packet);
    if (session.sent.length > kept) session.sent.shift();
    session.socket?.send(JSON.stringify(packet));
  };

  sockets.on('connection', (socket) => {
    if (gateway.away) return socket.terminate();
    let session: Session | null = null;
    const send = (op: number, d: unknown): void => socket.send(JSON.stringify({ op, d, t: null, s: null }));
    if (gateway.greeting === null) send(10, { heartbeat_interval: gateway.heartbeatInterval }); else socket.send(gateway.greeting);
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      asked.get(socket)?.();
      asked.delete(socket);
      if (session?.socket === socket) session.socket = null;
      // The bot said that it will not come back.
      if (session && (code === 1000 || code === 1001)) sessions.delete(session.id);
      changed();
    });
    socket.on('message', (data: Buffer) => {
      const { op, d } = JSON.parse(data.toString()) as { readonly op: number; readonly d: Json | null };
      if (op === 1) {
        heartbeats += 1;
        asked.get(socket)?.();
        asked.delete(socket);
        if (!gateway.deaf) send(11, null);
        return changed();
      }
      if (op !== 2 && op !== 6) return session === null ? socket.close(4003, 'Not authenticated.') : undefined;
      if (d?.['token'] !== token) return socket.close(4004, 'Authentication failed.');
      if (session !== null && !invalid.delete(socket)) return socket.close(4005, 'Already authenticated.');
      if (op === 6) {
        const before = sessions.get(String(d['session_id']));
        if (!before) { invalid.add(socket); return gateway.invalidates === null ? send(9, false) : socket.send(gateway.invalidates); }
        session = before;
        if (before.socket !== socket) before.socket?.terminate();
        before.socket = socket;
        for (const packet of before.sent) if (packet.s > Number(d['seq'])) socket.send(JSON.stringify(packet));
        push(before, 'RESUMED', {});
        resumed += 1;
        return changed();
      }
      const wanted = Number(d['intents']);
      if ((wanted & privileged) !== 0) return socket.close(4014, 'Disallowed intent(s).');
      if (!Number.isInteger(wanted) || wanted < 0) return socket.close(4013, 'Invalid intent(s).');
      identified += 1;
      session = { id: `session-${(count += 1)}`, intents: wanted, sequence: 0, sent: [], socket };
      // Whose process is gone will not come back to it.
      for (const [id, old] of sessions) if (old.socket === null) sessions.delete(id);
      sessions.set(session.id, session);
      push(session, 'READY', { ...ready(), session_id: session.id, resume_gateway_url: gateway.resumeAt === undefined ? url() : gateway.resumeAt });
      for (const [type, each] of afterReady()) push(session, type, each);
      return changed();
    });
  });

  const each = (run: (socket: WebSocket) => void): void => { for (const { socket } of sessions.values()) if (socket) run(socket); };
  const gateway: FakeGateway = {
    heartbeatInterval: 45_000,
    greeting: null,
    invalidates: null,
    resumeAt: undefined,
    raw: (packet) => each((socket) => socket.send(packet)),
    deaf: false,
    away: false,
    dispatch(type, data, intent = 0) {
      for (const session of sessions.values()) if ((session.intents & intent) === intent) push(session, type, data);
    },
    identified: () => identified,
    resumed: () => resumed,
    connected: () => [...sessions.values()].some(({ socket }) => socket !== null),
    heartbeats: () => heartbeats,
    drop: (code) => each((socket) => socket.close(code)),
    cut: () => each((socket) => socket.terminate()),
    reconnect: () => each((socket) => socket.send(JSON.stringify({ op: 7, d: null, t: null, s: null }))),
    async roundTrip() {
      const answers: Promise<void>[] = [];
      each((socket) => answers.push(new Promise((resolve) => {
        const before = asked.get(socket);
        asked.set(socket, () => { before?.(); resolve(); });
        socket.send(JSON.stringify({ op: 1, d: null, t: null, s: null }));
      })));
      await Promise.all(answers);
    },
    invalidate(resumable) {
      const all = [...sessions.values()];
      if (!resumable) sessions.clear();
      for (const session of all) {
        session.socket?.send(JSON.stringify({ op: 9, d: resumable, t: null, s: null }));
        if (session.socket) invalid.add(session.socket);
        session.socket = null;
      }
    },
    lose() {
      const all = [...sessions.values()];
      sessions.clear();
      for (const { socket } of all) socket?.terminate();
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
  return gateway;
}
