import { createServer, type Server } from 'node:net';

/**
 * The first free port from `wanted` upwards; 0 asks for any free port. Ports in `taken` are passed
 * over: they were given to a service that has not opened them yet.
 */
export async function freePort(
  wanted: number,
  taken: ReadonlySet<number> = new Set(),
): Promise<number> {
  if (wanted === 0) return anyPort();
  for (let port = wanted; port < wanted + 100 && port < 65_536; port += 1) {
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  return anyPort();
}

/** A browser asks `localhost` at ::1 first, so a stranger there would answer in our place. */
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

async function canListen(port: number, host: string): Promise<boolean> {
  try {
    await closed(await listening(port, host));
    return true;
  } catch (error) {
    // A machine without IPv6 has nobody listening there either.
    return ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}

async function anyPort(): Promise<number> {
  const server = await listening(0, '127.0.0.1');
  const { port } = server.address() as { port: number };
  await closed(server);
  return port;
}

function listening(port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
