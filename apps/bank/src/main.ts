import { startBank } from './bank';

const bank = await startBank({
  port: Number(process.env['PORT'] ?? 4300),
  host: process.env['HOST'] ?? '127.0.0.1',
  ownPorts: {
    ...(process.env['PORT_PRODUCTION'] && { production: Number(process.env['PORT_PRODUCTION']) }),
    ...(process.env['PORT_SANDBOX'] && { sandbox: Number(process.env['PORT_SANDBOX']) }),
  },
  ledger: process.env['BANK_LEDGER'] ?? '.toonbank/bank.sqlite',
  logLevel: process.env['LOG_LEVEL'] ?? 'info',
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void bank.close().then(() => process.exit(0)));
}
