import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { Environment, Id } from '@toonbank/primitives';
import { Copyable } from '@toonbank/ui/copying';
import { Moment, Money } from '@toonbank/ui/figures';
import { Ledger } from '@toonbank/ui/ledger';
import { Table } from '@toonbank/ui/lists';
import { Timeline } from '@toonbank/ui/steps';
import { type Crumb, Formats, LanguageChoice, PageHead, StatusChip } from '@toonbank/ui/look';
import { lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { BankMessage } from './bank-message';
import { brandName, lookOf, transactionLook } from './order-states';
import { timelineOf } from './order-timeline';
import { OrderLane } from './order-lane';
import { OrderRefundAct } from './order-refund-act';
import { OrderRefundsPlace } from './order-refunds-place';
import { OrdersApi } from './orders-api';

/** One order: what became of it, and everything that happened to it; alive while one looks. */
@Component({
  selector: 'tb-order-page',
  imports: [
    ...[RouterLink, TranslocoDirective, BankMessage, Copyable, Ledger, Moment, Money, Note],
    ...[OrderLane, OrderRefundAct, OrderRefundsPlace, PageHead, ProblemPanel, Skeleton],
    ...[StatusChip, Table, Timeline],
  ],
  templateUrl: './order-page.html',
  styleUrl: './order-page.css',
})
export class OrderPage {
  /** From the address: `/:environment/orders/:id`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly api = inject(OrdersApi);
  private readonly session = inject(SessionApi);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly formats = inject(Formats);

  protected readonly read = this.api.detail(() => this.id());
  private readonly live = this.api.changes(() => ({
    environment: this.environment(),
    merchant: undefined,
  }));
  private readonly last = lastRead(this.read);
  protected readonly order = computed(() => {
    const order = this.last();
    return order?.id === this.id() ? order : undefined;
  });
  protected readonly isMerchant = computed(() => !!this.session.current()?.chosen?.merchantId);
  protected readonly mayRead = computed(() => this.session.has('notifications:read'));
  protected readonly mayRefund = this.session.has('refunds:request');
  protected readonly mayReadRefunds = this.session.has('refunds:read');
  protected readonly mainOnly = signal(false);

  protected readonly look = computed(() => {
    const order = this.order();
    return order && lookOf(order);
  });
  protected readonly crumbs = computed<readonly Crumb[]>(() => {
    this.language.current();
    const order = this.order();
    const list = ['/', this.environment(), 'orders'];
    const title = { word: this.word('title'), link: list };
    if (!order) return [title];
    const webshop = ['/', this.environment(), 'webshops', order.webshopId];
    const merchant = { word: order.merchantName, link: ['/merchants', order.merchantId] };
    return [title, ...(this.isMerchant() ? [] : [merchant]), { word: order.host, link: webshop }];
  });
  /** The verdict in one sentence. */
  protected readonly lead = computed(() => {
    this.language.current();
    const order = this.order();
    if (!order) return undefined;
    const isPaid = order.status === 'COMPLETED';
    const { at = order.createdAt } = order.timeline.findLast(({ kind }) => kind === 'ended') ?? {};
    return this.word(`leads.${order.status}`, {
      amount: this.formats.amount((isPaid ? order.paid : order.total)?.amount ?? 0),
      brand: brandName(order.paymentBrand),
      at: this.formats.dayAndTime(at),
      ago: this.formats.relative(at),
    });
  });
  protected readonly paidSince = computed(() => {
    const order = this.order();
    const paid = order?.transactions.find(({ status }) => ['SUCCESS', 'ACCEPTED'].includes(status));
    return paid?.startedAt ?? order?.createdAt ?? '';
  });
  protected readonly openCases = computed(
    () => this.order()?.cases.filter(({ closedAt }) => closedAt === null) ?? [],
  );
  protected readonly tries = computed(() =>
    (this.order()?.transactions ?? []).map((transaction) => ({
      transaction,
      brand: brandName(transaction.paymentBrand),
      look: transactionLook(transaction.status),
    })),
  );
  protected readonly happened = computed(() => {
    this.language.current();
    const order = this.order();
    if (!order) return [];
    const word = (key: string, values?: Record<string, unknown>) => this.word(key, values);
    return timelineOf(order, word, this.mainOnly());
  });
  protected readonly amounts = computed(() => {
    this.language.current();
    const order = this.order();
    if (!order) return [];
    const paid = order.paid ? [{ label: this.word('paid'), cents: order.paid.amount }] : [];
    return [{ label: this.word('asked'), cents: order.total.amount }, ...paid];
  });

  constructor() {
    // The bank told something of this very order: read it again, rows stay until the answer is there.
    effect(() => {
      const changed = this.live.all().get(this.id());
      const known = this.last();
      if (changed && known && changed.updatedAt > known.updatedAt) this.read.reload();
    });
  }

  private word(key: string, values?: Record<string, unknown>): string {
    return this.words.translate<string>(`orders.${key}`, values);
  }
}
