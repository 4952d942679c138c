import { createHmac, timingSafeEqual } from 'node:crypto';
import { SignatureError, UsageError } from './errors';

/** How the payment stood when the shopper left the bank. */
export type ReturnStatus = 'COMPLETED' | 'CANCELLED' | 'EXPIRED' | 'IN_PROGRESS';

/** What a shopper brought back, and what is certain of it. */
export interface VerifiedReturn {
  /** The shop's own order number. */
  readonly merchantOrderId: string;
  /**
   * How it stood when the shopper left the bank. A return can be opened again later, so this is for
   * the first words on the page; `getOrder` tells how it stands now. (Later versions of the API may
   * know more words.)
   */
  readonly status: ReturnStatus | (string & {});
}

/** An address, its query, or the parameters as a framework parsed them (`request.query`). */
export type Returned =
  string | URL | URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>;

const hex512 = /^[0-9a-f]{128}$/;
const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** The bytes of a signing key from its base64 text. Throws a {@link UsageError} on any other text. */
export function keyBytes(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (!base64.test(text) || bytes.length === 0) {
    throw new UsageError('signingKey: copy the virtual signing key of the webshop; it is base64.');
  }
  return bytes;
}

/** Verifies with every key, in constant time for each. Throws a {@link SignatureError} when none fits. */
export function verifyWith(keys: readonly Buffer[], returned: Returned): VerifiedReturn {
  const read = reader(returned);
  const merchantOrderId = read('order_id');
  const status = read('status');
  const signature = read('signature');
  if (merchantOrderId === undefined || status === undefined || signature === undefined) {
    throw new SignatureError(
      'order_id, status and signature belong to a return; one of them is missing.',
    );
  }
  if (!hex512.test(signature)) {
    throw new SignatureError('signature is not 128 lower-case hexadecimal digits.');
  }
  const given = Buffer.from(signature, 'hex');
  const signed = `${merchantOrderId},${status}`;
  const matches = keys.map((key) =>
    timingSafeEqual(createHmac('sha512', key).update(signed, 'utf8').digest(), given),
  );
  if (!matches.includes(true)) {
    throw new SignatureError('This return was not signed with the signing key of the webshop.');
  }
  return { merchantOrderId, status };
}

/**
 * Reads a parameter. Toonbank adds its own behind those that the shop's address has already, so the
 * last one of a name is the one that was signed.
 */
function reader(returned: Returned): (name: string) => string | undefined {
  const parameters = parametersOf(returned);
  if (parameters instanceof URLSearchParams) return (name) => parameters.getAll(name).at(-1);
  return (name) => {
    const value = parameters[name];
    const last = Array.isArray(value) ? (value as readonly unknown[]).at(-1) : value;
    return typeof last === 'string' ? last : undefined;
  };
}

function parametersOf(returned: Returned) {
  if (returned instanceof URL) return returned.searchParams;
  if (typeof returned !== 'string') return returned;
  // A whole address, a path with its query as `request.url` has it, or the query alone.
  const [, query = returned] = /^[^?]*\?([^#]*)/.exec(returned) ?? [];
  return new URLSearchParams(query);
}
