import { UsageError } from './errors';
import { keyBytes } from './verify-return';

/** The part of `fetch` that is used: Node's own, undici's with a proxy, or a test's. */
export type Fetch = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body?: string;
    redirect: 'manual';
    signal: AbortSignal;
  },
) => Promise<{
  status: number;
  headers: { get(name: string): string | null };
  text(): Promise<string>;
}>;

/** What {@link Toonbank} is made with. */
export interface ToonbankOptions {
  /** The origin of Toonbank: `https://toonbank.example`. */
  readonly baseUrl: string;
  /** `tb_live_…` or `tb_test_…`: it decides the environment. Keep it on the server. */
  readonly apiKey: string;
  /** The webshop that the key belongs to. */
  readonly webshopId: string;
  /**
   * The virtual signing key of that webshop and environment. While it is being replaced: both. Left
   * out, everything works but `verifyReturn`.
   */
  readonly signingKey?: string | readonly string[] | undefined;
  /** In place of Node's own. */
  readonly fetch?: Fetch | undefined;
  /** Milliseconds that one try may take. The bank may need 10 seconds; 20,000 when left out. */
  readonly timeout?: number | undefined;
  /** How often a try that may be repeated is repeated; 3 when left out. */
  readonly retries?: number | undefined;
  /** Milliseconds before the first repeat, doubled for each one after it; 300 when left out. */
  readonly retryDelay?: number | undefined;
}

/** The options, checked. */
export interface Settings {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly webshopId: string;
  readonly signingKeys: readonly Buffer[];
  readonly fetch: Fetch;
  readonly timeout: number;
  readonly retries: number;
  readonly retryDelay: number;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** Throws a {@link UsageError} that names what is wrong, so that a mistake shows at start. */
export function settingsOf(options: ToonbankOptions): Settings {
  if (!/^[\x21-\x7e]+$/.test(options.apiKey ?? '')) {
    throw new UsageError('apiKey: an API key of the webshop, such as tb_test_….');
  }
  return {
    baseUrl: originOf(options.baseUrl),
    apiKey: options.apiKey,
    webshopId: checkedId('webshopId', options.webshopId),
    signingKeys: [options.signingKey ?? []].flat().map(keyBytes),
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    timeout: whole('timeout', options.timeout ?? 20_000),
    retries: whole('retries', options.retries ?? 3),
    retryDelay: whole('retryDelay', options.retryDelay ?? 300),
  };
}

/** An id goes into a path: anything else than a UUID would make it another path. */
export function checkedId(name: string, id: string): string {
  if (typeof id === 'string' && uuid.test(id)) return id.toLowerCase();
  throw new UsageError(`${name}: a UUID, as Toonbank hands it out.`);
}

function originOf(baseUrl: string): string {
  const fault =
    'baseUrl: the https address of Toonbank, without a path (http only on this machine).';
  if (!URL.canParse(baseUrl)) throw new UsageError(fault);
  const { protocol, hostname, origin, pathname, search } = new URL(baseUrl);
  // The key travels with every call: never in the clear over a network.
  const isSafe = protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname));
  if (!isSafe || pathname !== '/' || search) throw new UsageError(fault);
  return origin;
}

function whole(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new UsageError(`${name}: a whole number, 0 or more.`);
}
