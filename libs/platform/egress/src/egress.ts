import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent } from 'undici';

export interface EgressRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole exchange, body included. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

export interface EgressAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Exactly the bytes that came. */
  readonly body: Buffer;
}

/**
 * No whole answer came. `sent` says whether the other side may have acted on the request: false only
 * when the connection was never made.
 */
export class EgressFailed extends Error {
  constructor(
    readonly sent: boolean,
    reason: string,
  ) {
    super(`No answer: ${reason}`);
  }
}

const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** Calls out: bounded in time and size, no redirects, no cookies, the body to its end or not at all. */
@Injectable()
export class Egress implements OnApplicationShutdown {
  private readonly agent = new Agent({ connections: 32, pipelining: 1, connectTimeout: 5_000 });

  /** Any status is an answer; throws `EgressFailed` when none came whole. */
  async send(request: EgressRequest): Promise<EgressAnswer> {
    const url = new URL(request.url);
    const signal = AbortSignal.timeout(request.timeoutMs);
    try {
      const answer = await this.agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: request.method,
        headers: { 'user-agent': 'Toonbank', ...request.headers },
        body: request.body ?? null,
        signal,
      });
      const body = await readWhole(answer.body, request.maxBytes);
      return { status: answer.statusCode, headers: flat(answer.headers), body };
    } catch (error) {
      if (error instanceof EgressFailed) throw error;
      const code = (error as { code?: string }).code ?? '';
      throw new EgressFailed(!neverSent.has(code), signal.aborted ? 'too slow' : code || 'broken');
    }
  }

  onApplicationShutdown(): Promise<void> {
    return this.agent.destroy();
  }
}

async function readWhole(body: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > maxBytes) throw new EgressFailed(true, `more than ${maxBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const pairs = Object.entries(headers).map(([k, v]) => [k, Array.isArray(v) ? v.join(', ') : v]);
  return Object.fromEntries(pairs.filter(([, v]) => v !== undefined)) as Record<string, string>;
}
