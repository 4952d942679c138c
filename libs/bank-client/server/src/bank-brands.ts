import { Injectable } from '@nestjs/common';
import { Config } from '@toonbank/platform/config';
import type { WebshopScope } from '@toonbank/platform/db';
import { Egress } from '@toonbank/platform/egress';
import { BankError, PaymentBrands } from '@toonbank/smart-pay';
import { AccessTokens } from './access-tokens';
import { bankAddress } from './bank-address';
import { bearer, jsonOf, reasonOf, refusalOf } from './bank-answers';
import type { BrandStatus, Told } from './outcomes';
import { type TokenCall, type TokenRefused, withToken } from './with-token';

const timeoutMs = 10_000;
const maxBytes = 256 * 1024;
/** Far more than the bank has; what comes after is not kept. */
const mostBrands = 200;
const mostLetters = 50;

type Answer = Told<readonly BrandStatus[]>;

/**
 * The bank's call that tells which brands a webshop has. To be kept for hours, never asked per payment.
 * Holds no transaction open and throws for nothing the bank does.
 */
@Injectable()
export class BankBrands {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly config: Config,
    private readonly egress: Egress,
  ) {}

  of(scope: WebshopScope): Promise<Answer> {
    const silent = (reason: string): Answer => ({ kind: 'no-answer', reason });
    return withToken({ tokens: this.tokens, scope, silent }, (call) => this.ask(call));
  }

  private async ask({ environment, accessToken }: TokenCall): Promise<Answer | TokenRefused> {
    try {
      const { status, body } = await this.egress.send({
        ...{ method: 'GET', headers: bearer(accessToken), timeoutMs, maxBytes },
        url: bankAddress(this.config.bankUrls[environment], 'order/server/api/payment-brands'),
      });
      const json = jsonOf(body);
      if (status === 401) return { kind: 'token-refused' };
      if (status >= 400 && status < 500 && status !== 429) return refusalOf(status, json);
      const told = status < 300 && !BankError.safeParse(json).success ? brandsOf(json) : undefined;
      if (told) return { kind: 'told', told };
      return { kind: 'no-answer', reason: `the bank answered ${status}` };
    } catch (error) {
      return { kind: 'no-answer', reason: reasonOf(error) };
    }
  }
}

/** The last word where the bank names a brand twice. */
function brandsOf(json: unknown): BrandStatus[] | undefined {
  const read = PaymentBrands.safeParse(json);
  if (!read.success) return undefined;
  const words = new Map<string, string>();
  for (const { name, status } of read.data.paymentBrands.slice(0, mostBrands)) {
    if (isWord(name) && isWord(status)) words.set(name, status);
  }
  return [...words].map(([brand, status]) => ({ brand, status }));
}

/** What a row can keep. */
function isWord(text: string): boolean {
  return text.length > 0 && text.length <= mostLetters && /^\P{Cc}*$/u.test(text);
}
