import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makerEnvironment } from '../services/maker.ts';
import { Trouble } from '../services/trouble.ts';
import { pickAddresses } from './addresses.ts';
import { build } from './build.ts';
import { type Database, openDatabase, seedingMark } from './database.ts';
import { devJson, readDemo, writeJson } from './dev-json.ts';
import { House } from './house.ts';
import { moveWebhooks } from './webhooks.ts';
import { environment, program, type Surroundings } from './programs.ts';
import { Progress } from './progress.ts';
import { openQueue } from './queue.ts';
import { welcome } from './welcome.ts';

/** `npm start`: everything a person needs to see Toonbank work, on this machine. */
const root = resolve(import.meta.dirname, '../..');
const folder = join(root, '.toonbank');
const progress = new Progress();

type Started = Surroundings & { readonly house: House };

async function main(house: House): Promise<never> {
  const addresses = await pickAddresses(progress);
  const [, database, redisUrl] = await Promise.all([
    build(root, house, progress),
    openDatabase(house, progress),
    openQueue(house, progress),
  ]);
  const it = { root, house, addresses, databaseUrl: database.url, redisUrl };
  await Promise.all([migrate(it), openBank(it)]);
  await seed(it, database);
  await moveWebhooks(addresses);
  await serve(it);
  const demo = readDemo(seedFile(database));
  if (demo) await openShop(it, seedFile(database));
  const dev = devJson(it, demo);
  writeJson(join(folder, 'dev.json'), dev);
  process.stdout.write(welcome(dev));
  return house.watch();
}

async function migrate(it: Started): Promise<void> {
  await it.house.finish(program(it, 'api/migrate', 'The migration'));
  progress.say('database up to date');
}

async function openBank(it: Started): Promise<void> {
  const { bank, bankProduction, bankSandbox } = it.addresses;
  const child = it.house.start({
    ...program(it, 'bank/main', 'The bank'),
    env: {
      ...environment(it, process.env),
      PORT: new URL(bank).port,
      PORT_PRODUCTION: new URL(bankProduction).port,
      PORT_SANDBOX: new URL(bankSandbox).port,
    },
  });
  await it.house.ready(child, `${bank}/healthz`);
  progress.say('bank open');
}

/** What a demo issued belongs to the database it is in; there may be others by DATABASE_URL. */
function seedFile({ url, isOwn }: Database): string {
  const { host, pathname } = new URL(url);
  const other = createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 8);
  return join(folder, isOwn ? 'seed.json' : `seed-${other}.json`);
}

/** Demo data goes into an empty database, unless it is to stay empty. */
async function seed(it: Started, database: Database): Promise<void> {
  if (!database.isEmpty) return;
  const file = seedFile(database);
  rmSync(file, { force: true });
  if (process.argv.includes('--empty')) return;
  const options = program(it, 'api/seed', 'Making the demo');
  progress.say('making a demo agency, with some weeks of orders');
  // A database of somebody else is never dropped, whatever was cut off in it.
  if (database.isOwn) writeFileSync(seedingMark(folder), '');
  await it.house.finish({ ...options, env: { ...options.env, SEED_OUTPUT: file } });
  rmSync(seedingMark(folder), { force: true });
  progress.say('demo agency made');
}

async function serve(it: Started): Promise<void> {
  const { house, addresses } = it;
  const api = house.start(program(it, 'api/main', 'The API'));
  const worker = house.start(program(it, 'worker/main', 'The worker'));
  const options = program(it, 'worker/exports', 'The maker of exports');
  const its = { ...makerEnvironment, WORKER_PORT: new URL(addresses.exports).port };
  const exports = house.start({ ...options, env: { ...options.env, ...its } });
  await Promise.all([
    house.ready(api, `${addresses.portal}/readyz`),
    house.ready(worker, `${addresses.worker}/readyz`),
    house.ready(exports, `${addresses.exports}/readyz`),
  ]);
  progress.say('ready');
}

/** The demo shop sells with the keys that the demo issued; without a demo there is none. */
async function openShop(it: Started, demoFile: string): Promise<void> {
  const { shop, bank, portal } = it.addresses;
  const settings = {
    ...{ TOONBANK_URL: portal, BANK_ORIGIN: bank, DEMO_FILE: demoFile },
    ...{ SHOP_BOOKS: join(folder, 'demo-shop.sqlite'), PORT: new URL(shop).port },
  };
  const options = program(it, 'demo-shop/main', 'The demo shop');
  const child = it.house.start({ ...options, env: { ...options.env, ...settings } });
  await it.house.ready(child, `${shop}/healthz`);
  progress.say('demo shop open');
}

async function leave(house: House | undefined, code: number): Promise<never> {
  await house?.stop();
  // It says where things are; now they are nowhere. (Refused because another start runs: it is theirs.)
  if (house) rmSync(join(folder, 'dev.json'), { force: true });
  process.exit(code);
}

let house: House | undefined;
let leaving = false;
// `disconnect`: whoever started us was killed. A second Ctrl-C changes nothing: stopping is bounded.
for (const sign of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
  process.on(sign, () => {
    if (!leaving) process.stdout.write('\nstopping\n');
    leaving = true;
    void leave(house, 0);
  });
}

try {
  house = await House.open(folder, progress);
  await main(house);
} catch (error) {
  // While we leave, steps fail because we ended what they waited for.
  if (!leaving) {
    progress.trouble(error instanceof Trouble ? error.message : String((error as Error).stack));
  }
  await leave(house, leaving ? 0 : 1);
}
