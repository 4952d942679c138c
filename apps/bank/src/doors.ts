import { createServer, type Server } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { WebshopRow } from './rows';

type Environment = WebshopRow['environment'];

/** Ports on which only keys of that environment are known. */
export type OwnPorts = Readonly<Partial<Record<Environment, number>>>;

/**
 * The addresses of the bank. The first one knows both environments, for clients that are given one
 * address; beside it each may have an address of its own, as at the real bank, where keys of the
 * other environment are nobody's.
 */
export class Doors {
  private readonly servers: Server[] = [];

  constructor(private readonly ports: OwnPorts) {}

  async open(app: FastifyInstance, host: string): Promise<void> {
    await app.ready();
    for (const port of Object.values(this.ports)) {
      const server = createServer((request, response) => app.routing(request, response));
      this.servers.push(server);
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(port, host, resolve);
      });
    }
  }

  async close(): Promise<void> {
    for (const server of this.servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  /** Whether keys of `environment` are known at the address where this request came in. */
  know(environment: Environment, { socket }: FastifyRequest): boolean {
    const own = Object.entries(this.ports).find(([, port]) => port === socket.localPort);
    return !own || own[0] === environment;
  }
}
