import type { ExportKind } from '@toonbank/exports/contract';
import { Letter } from '@toonbank/platform/mail';
import { type Environment, type Language, newId } from '@toonbank/primitives';
import { describe, expect, it } from 'vitest';
import { untouched } from '../export-requests';
import type { ExportEntity } from '../export.entity';
import { exportLetter } from './letters';

const name = 'Bakker & <b>Zn</b>';
const url = 'https://toonbank.test/export-file#geheim';

interface Told {
  readonly language: Language;
  readonly kind?: ExportKind;
  readonly environment?: Environment;
}

function letterOf({ language, kind = 'orders', environment = 'production' }: Told): Letter {
  const row: ExportEntity = {
    ...{ agencyId: newId(), id: newId(), environment, kind, format: 'csv', numbers: 'nl' },
    ...{ merchantId: null, ofMerchantId: null, shopId: null, webshopId: null },
    ...{ ...untouched, state: 'done', rows: 12_345, total: 12_345 },
    ...{ from: '2026-02-28', until: '2026-03-30', requestedBy: null, scheduleId: newId() },
    ...{ requestedAt: new Date(), dueAt: new Date() },
  };
  // In summer time: half past midnight in Amsterdam is the day before in UTC.
  return exportLetter({ language, name, row, url, expiresAt: new Date('2026-04-06T22:30:00Z') });
}

describe('the letter with a file by calendar', () => {
  it('says in Dutch what it is, and how long its link works', () => {
    expect(Letter.parse(letterOf({ language: 'nl' }))).toEqual({
      ...{ language: 'nl', onBehalfOf: name },
      subject: 'Orders, 28 februari 2026 tot en met 30 maart 2026',
      paragraphs: [
        'Je vaste bestand staat klaar: 12.345 rijen, 28 februari 2026 tot en met 30 maart 2026.',
      ],
      act: { word: 'Haal het bestand op', url },
      remarks: [
        'Deze link werkt één keer, tot dinsdag 7 april 2026 om 00:30. Wie hem heeft, kan het bestand ophalen: stuur hem niet door.',
        'Is hij al gebruikt of te laat? In het portaal staat het bestand 30 dagen onder Exports.',
      ],
    });
  });

  it('says the same in English', () => {
    expect(Letter.parse(letterOf({ language: 'en' }))).toEqual({
      ...{ language: 'en', onBehalfOf: name },
      subject: 'Orders, 28 February 2026 to 30 March 2026',
      paragraphs: [
        'The file you get by calendar is ready: 12,345 rows, 28 February 2026 to 30 March 2026.',
      ],
      act: { word: 'Fetch the file', url },
      remarks: [
        "This link works once, until Tuesday, 7 April 2026 at 00:30. Whoever has it can fetch the file: don't pass it on.",
        'Is it used up or too late? In the portal, under Exports, the file stays for 30 days.',
      ],
    });
  });

  it.each([
    ['orders', 'Orders', 'Orders'],
    ['transactions', 'Transacties', 'Transactions'],
    ['refunds', 'Terugbetalingen', 'Refunds'],
    ['bills', 'Facturen', 'Invoices'],
  ] as const)('of %s says so in both languages, and that it is of the sandbox', (kind, nl, en) => {
    const told = { kind, environment: 'sandbox' } as const;
    expect(letterOf({ ...told, language: 'nl' }).subject).toBe(
      `${nl} (sandbox), 28 februari 2026 tot en met 30 maart 2026`,
    );
    expect(letterOf({ ...told, language: 'en' }).subject).toBe(
      `${en} (sandbox), 28 February 2026 to 30 March 2026`,
    );
  });
});
