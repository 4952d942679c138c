import { Injectable } from '@nestjs/common';
import { SigningKeys } from '@toonbank/keys/server';
import type { OrderStatus } from '@toonbank/orders/contract';
import { systemScope, type WebshopScope, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { signReturn, verifyReturn } from '@toonbank/smart-pay';
import { HistoryRepository } from './history.repository';
import { isEnd } from './order-status';
import type { OrderEntity } from './order.entity';
import { OrdersRepository } from './orders.repository';
import { ReturnTokens } from './return-token';

/** What the bank put behind our return address; nothing of it is believed yet. */
export interface BankReturn {
  readonly order_id?: string | undefined;
  readonly status?: string | undefined;
  readonly signature?: string | undefined;
}

/** Takes the shopper from the bank on to the shop, with a status that the shop can verify. */
@Injectable()
export class ReturnsService {
  constructor(
    private readonly tokens: ReturnTokens,
    private readonly work: Work,
    private readonly orders: OrdersRepository,
    private readonly history: HistoryRepository,
    private readonly signingKeys: SigningKeys,
  ) {}

  /**
   * Answers the shop's own return URL with `order_id`, `status` and a signature under the webshop's
   * virtual signing key. A return that the bank did not sign says IN_PROGRESS: it proves nothing, and
   * the notification will tell. Changes no status. Throws a 404 problem on a token that is not ours.
   */
  async next(token: string, answer: BankReturn): Promise<string> {
    const ids = this.tokens.read(token);
    if (!ids) throw Problem.notFound('return address');
    const system = systemScope(ids.agencyId, 'return');
    const order = await this.work.read(system, (tx) => this.orders.find(tx, ids.orderId));
    if (!order) throw Problem.notFound('return address');
    const scope = scopeOf(order);
    const genuine = await this.isGenuine(scope, answer);
    await this.work.run(scope, (tx) => {
      const { id: orderId, merchantId } = order;
      const detail = { status: genuine ? answer.status : null, signatureValid: genuine };
      const happening = { orderId, merchantId, kind: 'shopper-returned', detail };
      return this.history.add(tx, [{ ...happening, by: 'shopper' }]);
    });
    return this.toShop(scope, order, statusFor(order.status, genuine ? answer.status : undefined));
  }

  private async isGenuine(scope: WebshopScope, answer: BankReturn): Promise<boolean> {
    const { order_id: orderId, status, signature } = answer;
    if (orderId === undefined || status === undefined || signature === undefined) return false;
    const keys = await this.signingKeys.verifying(scope);
    return keys.some(({ key }) => verifyReturn(key, { orderId, status, signature }));
  }

  private async toShop(scope: WebshopScope, order: OrderEntity, status: string): Promise<string> {
    const key = await this.signingKeys.virtual(scope);
    const url = new URL(order.returnUrl);
    url.searchParams.append('order_id', order.merchantOrderId);
    url.searchParams.append('status', status);
    if (key) {
      const signature = signReturn(key, { orderId: order.merchantOrderId, status });
      url.searchParams.append('signature', signature);
    }
    return url.toString();
  }
}

/** What we know for certain comes before what the bank said to the browser. */
function statusFor(ours: OrderStatus, said: string | undefined): string {
  if (ours === 'REFUSED') return 'CANCELLED';
  if (isEnd(ours)) return ours;
  const known = ['COMPLETED', 'CANCELLED', 'EXPIRED'];
  return said && known.includes(said) ? said : 'IN_PROGRESS';
}

function scopeOf({ agencyId, merchantId, webshopId, environment }: OrderEntity): WebshopScope {
  const place = { webshopId, environment };
  return { agencyId, merchantId, place, actor: { kind: 'shopper' } };
}
