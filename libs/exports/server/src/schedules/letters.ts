import type { ExportKind } from '@toonbank/exports/contract';
import { startOfDay } from '@toonbank/platform/clock';
import type { Letter } from '@toonbank/platform/mail';
import type { Language } from '@toonbank/primitives';
import type { ExportEntity } from '../export.entity';

interface Ready {
  readonly language: Language;
  /** Of the agency, or of the merchant. */
  readonly name: string;
  readonly row: ExportEntity;
  readonly url: string;
  readonly expiresAt: Date;
}

const kinds: Readonly<Record<Language, Readonly<Record<ExportKind, string>>>> = {
  nl: {
    ...{ orders: 'Orders', transactions: 'Transacties', refunds: 'Terugbetalingen' },
    bills: 'Facturen',
  },
  en: {
    ...{ orders: 'Orders', transactions: 'Transactions', refunds: 'Refunds' },
    bills: 'Invoices',
  },
};

/** The mail with the link to a file that came by calendar. What the file holds is not in it. */
export function exportLetter({ language, name, row, url, expiresAt }: Ready): Letter {
  const [from, until] = [row.from, row.until].map((day) => dayInWords(day, language));
  const kind = kinds[language][row.kind];
  const rows = new Intl.NumberFormat(localeOf(language)).format(row.rows);
  const late = moment(expiresAt, language);
  if (language === 'en') {
    const sandbox = row.environment === 'sandbox' ? ' (sandbox)' : '';
    return {
      ...{ language, onBehalfOf: name, subject: `${kind}${sandbox}, ${from} to ${until}` },
      paragraphs: [`The file you get by calendar is ready: ${rows} rows, ${from} to ${until}.`],
      act: { word: 'Fetch the file', url },
      remarks: [
        `This link works once, until ${late}. Whoever has it can fetch the file: don't pass it on.`,
        'Is it used up or too late? In the portal, under Exports, the file stays for 30 days.',
      ],
    };
  }
  const sandbox = row.environment === 'sandbox' ? ' (sandbox)' : '';
  return {
    ...{ language, onBehalfOf: name, subject: `${kind}${sandbox}, ${from} tot en met ${until}` },
    paragraphs: [`Je vaste bestand staat klaar: ${rows} rijen, ${from} tot en met ${until}.`],
    act: { word: 'Haal het bestand op', url },
    remarks: [
      `Deze link werkt één keer, tot ${late}. Wie hem heeft, kan het bestand ophalen: stuur hem niet door.`,
      'Is hij al gebruikt of te laat? In het portaal staat het bestand 30 dagen onder Exports.',
    ],
  };
}

function localeOf(language: Language): string {
  return language === 'nl' ? 'nl-NL' : 'en-GB';
}

function dayInWords(day: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    ...{ dateStyle: 'long', timeZone: 'Europe/Amsterdam' },
  }).format(startOfDay(day));
}

function moment(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    ...{ dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Amsterdam' },
  }).format(at);
}
