import type { Language } from '@toonbank/primitives';
import type { InvoiceKind, LineKind, StatementEntry } from '@toonbank/billing/contract';

/** What stands on paper. */
export interface PaperWords {
  readonly kinds: Readonly<Record<InvoiceKind | StatementEntry['kind'], string>>;
  readonly number: string;
  readonly date: string;
  readonly due: string;
  readonly month: string;
  readonly credits: string;
  readonly reason: string;
  readonly vatNumber: string;
  readonly kvk: string;
  readonly iban: string;
  readonly head: readonly [string, string, string, string];
  readonly lines: Readonly<Record<LineKind, string>>;
  readonly ofMonth: string;
  readonly urlDays: string;
  readonly days: string;
  readonly net: string;
  readonly vat: string;
  readonly total: string;
  readonly vatUnknown: string;
  readonly bankBills: string;
  readonly statement: string;
  readonly until: string;
  readonly opening: string;
  readonly closing: string;
  readonly balance: string;
  readonly csv: readonly string[];
  readonly page: string;
}

const nl: PaperWords = {
  kinds: { invoice: 'Factuur', 'credit-note': 'Creditfactuur', payment: 'Betaling' },
  number: 'Nummer',
  date: 'Datum',
  due: 'Te betalen voor of op',
  month: 'Maand',
  credits: 'Bij factuur',
  reason: 'Reden',
  vatNumber: 'Btw-nummer',
  kvk: 'KvK',
  iban: 'IBAN',
  head: ['Omschrijving', 'Aantal', 'Prijs (€)', 'Bedrag (€)'],
  lines: {
    'bank-shop': 'Rabo OnlineKassa, per maand',
    'bank-urls': "Rabo OnlineKassa, extra URL's",
    'fee-month': 'Beheer, per maand',
    'fee-urls': 'Beheer per URL',
  },
  ofMonth: 'van',
  urlDays: 'URL-dagen',
  days: 'dagen',
  net: 'Bedrag zonder btw',
  vat: 'Btw',
  total: 'Totaal',
  vatUnknown:
    'Of de prijs van de bank btw bevat is niet bekend: over die regels is geen btw berekend.',
  bankBills: 'Ter informatie, dit brengt de bank zelf in rekening',
  statement: 'Rekeningoverzicht',
  until: 'tot en met',
  opening: 'Te betalen aan het begin',
  closing: 'Te betalen aan het eind',
  balance: 'Saldo (€)',
  csv: ['datum', 'soort', 'nummer', 'bedrag', 'saldo'],
  page: 'Bladzijde',
};

const en: PaperWords = {
  kinds: { invoice: 'Invoice', 'credit-note': 'Credit note', payment: 'Payment' },
  number: 'Number',
  date: 'Date',
  due: 'To be paid on or before',
  month: 'Month',
  credits: 'Of invoice',
  reason: 'Reason',
  vatNumber: 'VAT number',
  kvk: 'Trade register (KvK)',
  iban: 'IBAN',
  head: ['Description', 'Number', 'Price (€)', 'Amount (€)'],
  lines: {
    'bank-shop': 'Rabo OnlineKassa, per month',
    'bank-urls': 'Rabo OnlineKassa, further URLs',
    'fee-month': 'Management, per month',
    'fee-urls': 'Management per URL',
  },
  ofMonth: 'of',
  urlDays: 'URL days',
  days: 'days',
  net: 'Amount without VAT',
  vat: 'VAT',
  total: 'Total',
  vatUnknown: "Whether VAT is in the bank's price is not known: no VAT is reckoned on those lines.",
  bankBills: 'For information, the bank bills this itself',
  statement: 'Statement of account',
  until: 'to',
  opening: 'To pay at the beginning',
  closing: 'To pay at the end',
  balance: 'Balance (€)',
  csv: ['date', 'kind', 'number', 'amount', 'balance'],
  page: 'Page',
};

export const paperWords: Readonly<Record<Language, PaperWords>> = { nl, en };
