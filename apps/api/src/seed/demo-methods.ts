import type { INestApplicationContext } from '@nestjs/common';
import type { MethodStep } from '@toonbank/payment-methods/contract';
import {
  BillinkSetup,
  Contracts,
  ExcludedGroups,
  PayPalSetup,
  Tariffs,
  WebshopMethods,
} from '@toonbank/payment-methods/server';
import { dayAfter, dayOf } from '@toonbank/platform/clock';
import { type Scope, systemScope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import type { DemoClock } from './demo-clock';
import type { DemoWebshop } from './demo-webshops';

const dayMs = 24 * 3_600_000;

/** What was said of a request, so many days ago. */
interface Asked {
  readonly brand: string;
  readonly steps: readonly { readonly step: MethodStep; readonly daysAgo: number }[];
}

/** One that the bank is late with, one that waits for the merchant. */
const asked: readonly Asked[] = [
  { brand: 'APPLE_PAY', steps: [{ step: 'signed', daysAgo: 21 }] },
  {
    brand: 'BILLINK',
    steps: [
      { step: 'signed', daysAgo: 9 },
      { step: 'contract-sent', daysAgo: 3 },
    ],
  },
];

/** Requests of the first merchant in several states, and wishes of its webshop that did not come true. */
export async function askForMethods(
  app: INestApplicationContext,
  clock: DemoClock,
  { scope: { agencyId, merchantId, place } }: DemoWebshop,
): Promise<void> {
  const scope: Scope = systemScope(agencyId, 'demo');
  const contracts = app.get(Contracts, { strict: false });
  const today = dayOf(new Date());
  await fillForms(app, scope, merchantId);
  await excludeGroups(app, scope, today);
  for (const { brand, steps } of asked) {
    // Two days before anything else befell it.
    clock.offsetMs = -(steps[0]!.daysAgo + 2) * dayMs;
    const { id } = await contracts.request(scope, merchantId, brand);
    clock.offsetMs = 0;
    for (const { step, daysAgo } of steps) {
      await contracts.take(scope, id, { step, on: dayAfter(today, -daysAgo) });
    }
  }
  const methods = app.get(WebshopMethods, { strict: false });
  const wishes = { IDEAL: 'on', APPLE_PAY: 'on', MAESTRO: 'off' } as const;
  for (const [brand, wish] of Object.entries(wishes)) {
    const here = { ...place, environment: 'production' } as const;
    await methods.want(scope, here, { brand, wish });
  }
}

/** One group that holds, one that does no longer, one to come. The real list is not public: these are none of it. */
async function excludeGroups(
  app: INestApplicationContext,
  scope: Scope,
  today: string,
): Promise<void> {
  const groups = app.get(ExcludedGroups, { strict: false });
  const source = 'Demo: niet van de bank';
  for (const [name, asOf, until] of [
    ['Demo-medicijnen', '2024-06-01', '2025-02-28'],
    ['Demo-vuurwerk', '2025-03-01', null],
    ['Demo-tabak', dayAfter(today, 30), null],
  ] as const) {
    await groups.add(scope, { name, asOf, until, source });
  }
}

/** What PayPal and Billink ask of the merchant, and what its bank charges: made up, and plainly so. */
async function fillForms(
  app: INestApplicationContext,
  scope: Scope,
  merchantId: Id,
): Promise<void> {
  await app.get(BillinkSetup, { strict: false }).fill(scope, merchantId, {
    ...{ inNetherlands: true, dutchConsumers: true, noExcludedGoods: true, goods: 'Demo-kaas' },
    ...{ vatNumber: 'NL004495445B01', serviceEmail: 'service@demo-kaas.example' },
    ...{ servicePhone: '+31 30 000 00 00', serviceUrl: null, consent: true },
  });
  const paypal = app.get(PayPalSetup, { strict: false });
  await paypal.setEmail(scope, merchantId, 'paypal@demo-kaas.example');
  await paypal.check(scope, merchantId, { item: 'business-account', done: true });
  const line = (brand: string, fixed: number, basisPoints: number) => ({
    ...{ brand, part: 'whole' as const, fixed, basisPoints },
    ...{ validFrom: '2026-01-01', source: 'Demo: geen echt tarief' },
  });
  const lines = [line('IDEAL', 29, 0), line('BANCONTACT', 39, 0), line('VISA', 10, 125)];
  const tariffs = app.get(Tariffs, { strict: false });
  const { version } = await tariffs.get(scope, merchantId);
  await tariffs.set(scope, merchantId, { lines, version });
}
