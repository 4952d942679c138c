import { Injectable } from '@nestjs/common';
import type { OrderMessage, OrderMessages } from '@toonbank/notifications/contract';
import { OrdersService } from '@toonbank/orders/server';
import { Vault } from '@toonbank/platform/crypto';
import { type Scope, Work, type WebshopScope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { PageReader, rawPageBinding } from './page-reader';
import { type KeptPage, PullsRepository } from './pulls.repository';

/** What the bank said about an order, as it said it. */
@Injectable()
export class OrderMessagesService {
  constructor(
    private readonly work: Work,
    private readonly orders: OrdersService,
    private readonly pulls: PullsRepository,
    private readonly reader: PageReader,
    private readonly vault: Vault,
  ) {}

  /** Throws a 404 problem when the order is not in the scope. */
  async of(scope: Scope, orderId: Id): Promise<OrderMessages> {
    const { pageIds, ...inside } = await this.orders.pagesOf(scope, orderId);
    const within: WebshopScope = { ...scope, ...inside };
    const pages = await this.work.read(within, (tx) => this.pulls.pages(tx, pageIds));
    const items: OrderMessage[] = [];
    for (const page of pages) items.push(await this.read(within, page));
    return { items };
  }

  private async read(scope: WebshopScope, page: KeptPage): Promise<OrderMessage> {
    const sealer = await this.vault.sealer(scope.agencyId);
    const raw = sealer.open(rawPageBinding(scope, page.id), page.sealed);
    // An applied page was verified when it was applied, whatever became of the key since.
    const isValid =
      page.state === 'applied' || (await this.reader.read(scope, page)).kind === 'results';
    return {
      id: page.id,
      at: page.landedAt.toISOString(),
      text: raw.toString('utf8'),
      signature: isValid ? 'valid' : 'invalid',
    };
  }
}
