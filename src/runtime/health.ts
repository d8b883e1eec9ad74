/**
 * Health and metrics over HTTP, on the loopback only: `/health/live` (the process answers), `/health/ready`
 * (it leads and its platforms are up, or why not) and `/metrics`. Nothing here holds an id or a text.
 */
import type { Server } from 'node:http';
import type { Metrics } from './metrics.ts';

// Imported by name it would load one more HTTP client: docs/decisions.md.
const { createServer } = process.getBuiltinModule('node:http');

export interface Standing {
  readonly ready: boolean;
  /** What is missing, in a few words; empty when ready. */
  readonly waitingFor: string;
}

export interface Health {
  /** The port that is listened on. */
  readonly port: number;
  close(): Promise<void>;
}

/** @param port 0 takes any free one. Rejects when the port is taken. */
export async function startHealth(port: number, standing: () => Standing, metrics: Metrics): Promise<Health> {
  const started = Date.now();
  const server = createServer((request, response) => {
    const say = (status: number, type: string, body: string): void => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(request.method === 'HEAD' ? '' : body);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return say(405, 'text/plain', 'only GET\n');
    switch (request.url?.split('?')[0]) {
      case '/health/live': return say(200, 'application/json', '{"live":true}\n');
      case '/health/ready': {
        const now = standing();
        return say(now.ready ? 200 : 503, 'application/json', `${JSON.stringify(now)}\n`);
      }
      case '/metrics':
        metrics.set('mend_resident_bytes', process.memoryUsage.rss());
        metrics.set('mend_uptime_seconds', Math.round((Date.now() - started) / 1000));
        return say(200, 'text/plain; version=0.0.4; charset=utf-8', metrics.text());
      default: return say(404, 'text/plain', 'not here\n');
    }
  });
  await listen(server, port);
  server.unref();
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => new Promise(resolve => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => { server.off('error', reject); resolve(); });
  });
}
