import { startBank } from './bank';

const bank = await startBank({
  port: Number(process.env['PORT'] ?? 4300),
  host: process.env['HOST'] ?? '127.0.0.1',
  ledger: process.env['BANK_LEDGER'] ?? '.toonbank/bank.sqlite',
  logLevel: process.env['LOG_LEVEL'] ?? 'info',
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void bank.close().then(() => process.exit(0)));
}
