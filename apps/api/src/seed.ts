import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { Module } from '@nestjs/common';
import { People } from '@toonbank/access/server';
import { Agencies } from '@toonbank/agency/server';
import { NotificationsWorkerModule } from '@toonbank/notifications/server';
import { readConfig } from '@toonbank/platform/config';
import { systemScope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { makeApi } from './make-api';
import { BankControls } from './seed/bank-controls';
import { DemoBilling } from './seed/demo-billing';
import { DemoClock } from './seed/demo-clock';
import { demoAgencies, demoDays, demoMerchantEmail, type PlannedAgency } from './seed/demo-plan';
import { exportBooks } from './seed/demo-exports';
import { askForMethods } from './seed/demo-methods';
import { giveBack } from './seed/demo-refunds';
import { planRenewals } from './seed/demo-renewals';
import { DemoSales } from './seed/demo-sales';
import { type DemoWebshop, DemoWebshops } from './seed/demo-webshops';

/** Days between the arrival of the demo's merchants and their first order. */
const daysBefore = 64;

type App = Awaited<ReturnType<typeof makeApi>>;

/** The demo works off its own orders; the worker is not running yet. */
@Module({ imports: [NotificationsWorkerModule] })
class DemoWorker {}

interface DemoAgency {
  readonly id: Id;
  readonly email: string;
  readonly merchantId: Id;
  readonly plan: PlannedAgency;
  /** In the order of the plan. */
  readonly merchants: readonly { readonly id: Id }[];
  readonly webshops: readonly DemoWebshop[];
}

/**
 * Fills an empty system with demo agencies and writes what was issued, as JSON, to `SEED_OUTPUT`.
 * The logins come last: a run that broke off left a demo that nobody can sign in to, and the next
 * run makes a new one.
 */
async function seed(): Promise<void> {
  const output = required('SEED_OUTPUT');
  if (existsSync(output)) return void process.stdout.write(`demo: ${output} is there already\n`);
  const bank = new BankControls(required('BANK_CONTROL_URL'));
  const config = { ...readConfig(process.env), portalDir: '' };
  const clock = new DemoClock();
  const app = await makeApi(config, clock, [DemoWorker]);
  // The bank's pings of the demo orders come to the address that the API will have.
  await app.listen(config.port, config.host);
  try {
    const days = Number(process.env['DEMO_DAYS'] ?? demoDays);
    // They came in some months ago: one of their webshops has ended since.
    clock.offsetMs = -(days + daysBefore) * 24 * 3_600_000;
    const billing = new DemoBilling(app, clock);
    billing.goBack();
    const agencies = await makeAgencies(app, bank);
    for (const { id, plan, merchants } of agencies) await billing.bill(id, plan, merchants);
    const sales = new DemoSales(app, bank, clock, days);
    const webshops = agencies.flatMap((agency) => agency.webshops);
    const sold = await sales.sell(webshops, (day) => process.stdout.write(`demo day -${day}\n`));
    await giveBack(app, agencies[0]!.id);
    await askForMethods(app, clock, agencies[0]!.webshops[0]!);
    await planRenewals(app, agencies[0]!.id);
    await exportBooks(app, agencies[0]!.id, config.mail && agencies[0]!.email);
    const issued = await issue(app, bank, agencies);
    writeFileSync(output, JSON.stringify(issued, null, 2) + '\n', { mode: 0o600 });
    process.stdout.write(`demo: ${sold} orders in ${webshops.length} webshop environments\n`);
  } finally {
    await app.close();
  }
}

async function makeAgencies(app: App, bank: BankControls): Promise<DemoAgency[]> {
  const agencies: DemoAgency[] = [];
  for (const plan of demoAgencies) {
    const agency = await app.get(Agencies).create(plan.name);
    const scope = systemScope(agency.id, 'demo');
    const maker = new DemoWebshops(app, bank, agency.webhookUrl!);
    const merchants = [];
    for (const merchant of plan.merchants) merchants.push(await maker.merchant(scope, merchant));
    const webshops = merchants.flatMap((merchant) => merchant.webshops);
    const { email } = plan;
    const made = { id: agency.id, email, plan, merchants, webshops };
    agencies.push({ ...made, merchantId: merchants[0]!.id });
  }
  return agencies;
}

/** Logins, and what the first webshop needs to sell; told here and nowhere else. */
async function issue(app: App, bank: BankControls, agencies: readonly DemoAgency[]) {
  const people = app.get(People);
  const logins = [];
  for (const { id, email } of agencies) {
    const member = { email, password: newPassword(), role: 'owner' } as const;
    await people.addAgencyMember(systemScope(id, 'demo'), member);
    logins.push({ email, password: member.password });
  }
  const [first] = agencies;
  const merchant = { email: demoMerchantEmail, password: newPassword() };
  const scope = systemScope(first!.id, 'demo');
  await people.addMerchantMember(scope, first!.merchantId, { ...merchant, role: 'owner' });
  const shop = first!.webshops[0]!;
  const { webshopId, environment } = shop.scope.place;
  const { refreshToken, signingKey, poiId } = shop.bank;
  return {
    agency: { ...logins[0], totpSecret: null },
    otherAgency: logins[1],
    merchant,
    webshop: {
      ...{ id: webshopId, poiId: String(poiId), environment },
      apiKey: await new DemoWebshops(app, bank, '').apiKey(shop),
      signingKey: shop.virtual.signingKey,
    },
    bank: { refreshToken, signingKey },
  };
}

function newPassword(): string {
  return `demo-${randomBytes(9).toString('base64url')}`;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}

await seed();
