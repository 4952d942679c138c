import type {
  BankVat,
  BillLine,
  CountsPer,
  Month,
  Payer,
  ProRata,
} from '@toonbank/billing/contract';
import type { Id } from '@toonbank/primitives';
import { amountOf, type CountedPeriod, meter, quantities, together, type Usage } from './meter';
import { type BankPriceRow, bankPriceOf, feeOf, type FeeRow, type Price } from './prices';
import { taxed, vatPercentOn } from './vat';
import { daysOf } from './months';

/** All that decides what a month costs. */
export interface Terms {
  readonly countsPer: CountsPer;
  readonly proRata: ProRata;
  readonly bankVat: BankVat;
  readonly bankPrices: readonly BankPriceRow[];
  readonly fees: readonly FeeRow[];
  readonly payerOf: (merchantId: Id) => Payer;
}

export type MadeLine = Omit<BillLine, 'shopName'>;

/** What one merchant owes for a month. Lines that are not billed are told, and not added up. */
export interface MadeBill {
  readonly merchantId: Id;
  readonly payer: Payer;
  readonly lines: readonly MadeLine[];
  readonly urls: number;
  readonly sums: BillSums;
}

export interface BillSums {
  readonly net: number;
  readonly vat: number;
  readonly total: number;
  readonly bankCost: number;
  readonly margin: number;
}

export type SummedLine = Pick<BillLine, 'kind' | 'net' | 'vat' | 'isBilled'>;

/** The bills of a month, from the history of URLs. Who had no URL that counted has none. */
export function makeBills(
  periods: readonly CountedPeriod[],
  month: Month,
  terms: Terms,
): MadeBill[] {
  const usages = Map.groupBy(meter(periods, month, terms.countsPer), (usage) => usage.merchantId);
  return [...usages].map(([merchantId, own]) => {
    const payer = terms.payerOf(merchantId);
    const perDay = together(own);
    const fee = feeOf(terms.fees, merchantId, month);
    const lines = [
      ...own.flatMap((usage) => bankLines(usage, month, { ...terms, payer })),
      ...priced({ ...fee, kinds: ['fee-month', 'fee-urls'] }, perDay, terms.proRata).map((line) =>
        onBill(line, { month, shopId: null, vat: 'excluded', isBilled: true }),
      ),
    ];
    return { merchantId, payer, lines, urls: Math.max(...perDay), sums: sumsOf(lines) };
  });
}

/** By these sums a bill is shown, an invoice is kept and a margin is told; bank and margin without VAT. */
export function sumsOf(lines: readonly SummedLine[]): BillSums {
  const add = (some: readonly Pick<BillLine, 'net' | 'vat'>[], of: 'net' | 'vat') =>
    some.reduce((sum, line) => sum + line[of], 0);
  const billed = lines.filter(({ isBilled }) => isBilled);
  const bank = lines.filter(({ kind }) => kind.startsWith('bank'));
  const [net, vat] = [add(billed, 'net'), add(billed, 'vat')];
  const ours = add(
    bank.filter(({ isBilled }) => isBilled),
    'net',
  );
  return { net, vat, total: net + vat, bankCost: add(bank, 'net'), margin: net - ours };
}

function bankLines(usage: Usage, month: Month, terms: Terms & { payer: Payer }): MadeLine[] {
  const price = bankPriceOf(terms.bankPrices, month);
  const lines = priced(
    { ...price, kinds: ['bank-shop', 'bank-urls'] },
    usage.perDay,
    terms.proRata,
  );
  const isBilled = terms.payer === 'agency';
  return lines.map((line) =>
    onBill(line, { month, shopId: usage.shopId, vat: terms.bankVat, isBilled }),
  );
}

type PricedLine = Pick<BillLine, 'kind' | 'count' | 'per' | 'unit'>;

function priced(
  price: Price & { readonly kinds: readonly [BillLine['kind'], BillLine['kind']] },
  perDay: readonly number[],
  proRata: ProRata,
): PricedLine[] {
  const { base, urls } = quantities(price, perDay, proRata);
  const [kind, urlKind] = price.kinds;
  const lines = [
    { kind, ...base, unit: price.base },
    { kind: urlKind, ...urls, unit: price.perUrl },
  ];
  return lines.filter(({ count, unit }) => count * unit > 0);
}

function onBill(
  line: PricedLine,
  of: { month: Month; shopId: Id | null; vat: BankVat; isBilled: boolean },
): MadeLine {
  const percent = vatPercentOn(daysOf(of.month).at(-1)!);
  const amount = amountOf(line, line.unit);
  return { ...line, ...taxed(amount, of.vat, percent), shopId: of.shopId, isBilled: of.isBilled };
}
