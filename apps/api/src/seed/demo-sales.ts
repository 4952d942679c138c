import type { INestApplicationContext } from '@nestjs/common';
import { CreateOrder } from '@toonbank/orders/contract';
import { AnnouncingService, OrdersService } from '@toonbank/orders/server';
import { Problem } from '@toonbank/platform/http';
import { newId } from '@toonbank/primitives';
import type { BankControls } from './bank-controls';
import type { DemoClock } from './demo-clock';
import { DemoRenewals, isRenewed } from './demo-renewals';
import { ordersOfDay, type PlannedOrder } from './demo-plan';
import type { DemoWebshop } from './demo-webshops';

const dayMs = 24 * 3_600_000;
/** Before the first order of a day. */
const renewalMs = 6 * 3_600_000;
/** A busy machine is slow, not wrong. */
const patienceMs = 60_000;
/** While travelling the bank repeats nothing by itself; a notification that a busy machine lost is said again. */
const remindMs = 5_000;
/** Hours pass between two demo orders: a token must outlive them, and a ping need not be repeated. */
const whileTravelling = { notificationTokenMs: 2 * dayMs, repeatMs: 30 * dayMs };
const usual = { notificationTokenMs: 10 * 60_000, repeatMs: 60_000 };

/** Sells through the real walk: announced at the bank, ended there, pinged, pulled and applied. */
export class DemoSales {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly bank: BankControls,
    private readonly clock: DemoClock,
    private readonly days: number,
  ) {}

  /** Day by day from the oldest; both clocks are put back to now at the end. Answers how many orders. */
  async sell(webshops: readonly DemoWebshop[], onDay: (day: number) => void): Promise<number> {
    const renewals = new DemoRenewals(this.app, this.bank);
    let sold = 0;
    await this.bank.turn(whileTravelling);
    const today = new Date().setUTCHours(0, 0, 0, 0);
    for (let day = this.days; day >= 0; day--) {
      const orders = webshops
        .flatMap((webshop) => ordersOfDay(webshop.plan, day).map((order) => ({ webshop, order })))
        .map((sale) => ({ ...sale, moment: today - day * dayMs + sale.order.at }))
        .filter(({ moment }) => moment < Date.now() - 60_000)
        .sort((a, b) => a.moment - b.moment);
      for (const webshop of webshops.filter((one) => isRenewed(one, day))) {
        await this.travel(today - day * dayMs + renewalMs);
        await renewals.renew(webshop);
      }
      for (const { webshop, order, moment } of orders) {
        await this.travel(moment);
        await this.one(webshop, order);
        sold++;
      }
      await this.untilPulled(webshops);
      onDay(day);
    }
    await this.travel(Date.now());
    await this.bank.turn(usual);
    return sold;
  }

  private async one(webshop: DemoWebshop, order: PlannedOrder): Promise<void> {
    if (order.outcome === 'lost') await this.bank.loseNext(webshop.bank);
    const refused = order.outcome === 'refused' && {
      paymentBrand: 'BILLINK',
      paymentBrandForce: 'FORCE_ALWAYS',
    };
    const asked = CreateOrder.parse({
      merchantOrderId: order.number,
      amount: { currency: 'EUR', amount: order.amount },
      returnUrl: `${webshop.plan.url}/thanks`,
      ...refused,
    });
    try {
      const { id } = await this.app
        .get(AnnouncingService)
        .create({ ...webshop.scope, actor: { kind: 'system', name: 'demo' } }, newId(), asked);
      await this.settle(webshop, id, order);
    } catch (error) {
      const isExpected = error instanceof Problem && error.code === 'bank-refused';
      if (!isExpected || order.outcome !== 'refused') throw error;
    }
  }

  private async settle({ scope }: DemoWebshop, id: string, order: PlannedOrder): Promise<void> {
    if (!['paid', 'cancelled', 'expired'].includes(order.outcome)) return;
    const { announcements } = await this.app.get(OrdersService).get(scope, id);
    await this.bank.settle(announcements[0]!.omnikassaOrderId!, order.outcome, order.brand);
  }

  /** Puts our clock and the bank's to the same moment. */
  private async travel(moment: number): Promise<void> {
    this.clock.offsetMs = moment - Date.now();
    await this.bank.setClock(this.clock.offsetMs);
  }

  private async untilPulled(webshops: readonly DemoWebshop[]): Promise<void> {
    const deadline = Date.now() + patienceMs;
    for (const { bank } of webshops) {
      let remindAt = Date.now() + remindMs;
      while (!(await this.bank.isPulled(bank))) {
        const now = Date.now();
        if (now > deadline) throw new Error('The demo orders were not pulled in time.');
        if (now > remindAt) {
          await this.bank.remind(bank);
          remindAt = now + remindMs;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }
}
