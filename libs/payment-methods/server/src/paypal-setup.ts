import { Injectable } from '@nestjs/common';
import { type PayPal, paypalChecklist, type PayPalItem } from '@toonbank/payment-methods/contract';
import type { Scope, Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { FormGround } from './form-ground';
import { formProblems } from './form-problems';
import { MethodWaits } from './method-waits';
import { PaidByBrand } from './paid-by-brand';
import { PayPalRepository } from './paypal.repository';

/** PayPal of a merchant (S36): its business account, what is to be set, and the order that proves it. */
@Injectable()
export class PayPalSetup {
  constructor(
    private readonly ground: FormGround,
    private readonly paypal: PayPalRepository,
    private readonly paid: PaidByBrand,
    private readonly waits: MethodWaits,
  ) {}

  async get(scope: Scope, merchantId: Id): Promise<PayPal> {
    return this.ground.read(scope, merchantId, (tx) => this.told(tx, merchantId));
  }

  /** Safe to repeat; another address has yet to be proven. */
  setEmail(scope: Scope, merchantId: Id, email: string): Promise<PayPal> {
    return this.ground.write(scope, merchantId, async (tx) => {
      const before = await this.paypal.account(tx, merchantId, true);
      if (before?.email !== email) {
        await this.paypal.setEmail(tx, merchantId, { email, ...this.ground.done(tx) });
        await this.ground.record(tx, merchantId, { act: 'paypal.account-set' });
        await this.waits.paypalToProve(tx, merchantId);
      }
      return this.told(tx, merchantId);
    });
  }

  /** Safe to repeat: who checked it first stays. */
  check(scope: Scope, merchantId: Id, said: { item: PayPalItem; done: boolean }): Promise<PayPal> {
    return this.ground.write(scope, merchantId, async (tx) => {
      const { item } = said;
      const done = said.done ? this.ground.done(tx) : null;
      if (await this.paypal.check(tx, merchantId, { item, done })) {
        const act = said.done ? 'paypal.item-checked' : 'paypal.item-unchecked';
        await this.ground.record(tx, merchantId, { act, detail: { item } });
      }
      return this.told(tx, merchantId);
    });
  }

  /** By an order of production that was paid with PayPal after the account was said. */
  prove(scope: Scope, merchantId: Id): Promise<PayPal> {
    return this.ground.write(scope, merchantId, async (tx) => {
      const account = await this.paypal.account(tx, merchantId, true);
      if (!account) throw formProblems.noPayPalAccount();
      if (!account.proofAt) {
        const asked = { brand: 'PAYPAL', since: account.emailAt };
        const order = await this.paid.newest(tx, merchantId, asked);
        if (!order) throw formProblems.noTestOrder();
        await this.paypal.setProof(tx, merchantId, { ...order, at: this.ground.now() });
        await this.waits.paypalProven(tx, merchantId);
        const detail = { orderId: order.orderId };
        await this.ground.record(tx, merchantId, { act: 'paypal.proven', detail });
      }
      return this.told(tx, merchantId);
    });
  }

  private async told(tx: Tx, merchantId: Id): Promise<PayPal> {
    const account = await this.paypal.account(tx, merchantId);
    const checks = await this.paypal.checks(tx, merchantId);
    const nameOf = await this.ground.names(tx, [
      account?.emailBy ?? null,
      ...checks.map(({ doneBy }) => doneBy),
    ]);
    return {
      merchantId,
      email: account?.email ?? null,
      emailAt: account?.emailAt.toISOString() ?? null,
      emailBy: nameOf(account?.emailBy ?? null),
      checklist: paypalChecklist.map(({ item, source }) => {
        const row = checks.find((known) => known.item === item);
        const doneAt = row?.doneAt?.toISOString() ?? null;
        return { item, source, doneAt, doneBy: nameOf(row?.doneBy ?? null) };
      }),
      proof: proofOf(account),
    };
  }
}

type Account = Awaited<ReturnType<PayPalRepository['account']>>;

function proofOf(account: Account): PayPal['proof'] {
  if (!account?.proofOrderId || !account.proofAt || !account.proofPaidAt) return null;
  const { proofOrderId: orderId, proofPaidAt, proofAt } = account;
  return { orderId, paidAt: proofPaidAt.toISOString(), at: proofAt.toISOString() };
}
