import { EgressFailed } from '@toonbank/platform/egress';
import { BankError } from '@toonbank/smart-pay';

export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}`, accept: 'application/json' };
}

/** Why there is no answer; anything but the network is our own fault, and thrown on. */
export function reasonOf(error: unknown): string {
  if (error instanceof EgressFailed) return error.message;
  throw error;
}

/** A refusal in the bank's own words, or by its HTTP status where it has none. */
export function refusalOf(status: number, json: unknown) {
  const { errorCode, consumerMessage, errorMessage } = BankError.safeParse(json).data ?? {};
  const text = consumerMessage ?? errorMessage ?? `The bank answered ${status}.`;
  return { kind: 'refused', errorCode: errorCode ?? status, text } as const;
}

export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
