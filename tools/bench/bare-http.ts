import { createServer } from 'node:http';
import { Pool } from 'pg';

/**
 * What the ingest is held against: bare Node http, one INSERT per request, nothing verified, sealed or
 * deduplicated. `node bare-http.ts <port> <database url>`.
 */
const [port = '0', url = ''] = process.argv.slice(2);
const pool = new Pool({ connectionString: url, max: 10 });

createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    pool
      .query('insert into bench_plain (body) values ($1)', [Buffer.concat(parts)])
      .then(() => response.writeHead(200).end('{}'))
      .catch(() => response.writeHead(503).end());
  });
}).listen(Number(port), '127.0.0.1');
