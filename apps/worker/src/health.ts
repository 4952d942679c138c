import { createServer, type Server } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { DbHealth } from '@toonbank/platform/db';

/** Answers `/healthz` and `/readyz` for a process that serves nothing else. */
export function serveHealth(app: INestApplicationContext, port: number, host: string): Server {
  const db = app.get(DbHealth);
  const server = createServer((request, response) => {
    const answer = (status: number, word: string) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(JSON.stringify({ status: word }));
    if (request.url === '/healthz') answer(200, 'alive');
    else if (request.url !== '/readyz') answer(404, 'unknown');
    else void db.isUp().then((up) => (up ? answer(200, 'ready') : answer(503, 'not ready')));
  });
  return server.listen(port, host);
}
