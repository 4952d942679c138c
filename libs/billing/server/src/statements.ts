import { Injectable } from '@nestjs/common';
import type { Letterhead, Statement, StatementQuery } from '@toonbank/billing/contract';
import { Merchants } from '@toonbank/merchant/server';
import { type Scope, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { Id, Language } from '@toonbank/primitives';
import { InvoicesRepository } from './invoices.repository';
import { makeStatement } from './make-statement';
import { csvOf } from './paper/csv';
import { printed } from './paper/printed';
import { statementPaper } from './paper/statement-paper';
import { paperWords } from './paper/words';
import { SettingsRepository } from './settings.repository';

/** A statement, and how it is printed. */
interface Told {
  readonly statement: Statement;
  readonly language: Language;
  readonly letterhead: Letterhead | null;
}

interface File {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What a merchant was sent and what it paid: to read, on paper, and for a spreadsheet. */
@Injectable()
export class Statements {
  constructor(
    private readonly work: Work,
    private readonly invoices: InvoicesRepository,
    private readonly settings: SettingsRepository,
    private readonly merchants: Merchants,
  ) {}

  async get(scope: Scope, merchantId: Id, days: StatementQuery): Promise<Statement> {
    return (await this.told(scope, merchantId, days)).statement;
  }

  async pdf(scope: Scope, merchantId: Id, days: StatementQuery): Promise<File> {
    const { statement, language, letterhead } = await this.told(scope, merchantId, days);
    const paper = statementPaper(statement, language, letterhead);
    return {
      ...nameOf(days, 'pdf'),
      bytes: await printed(paper, new Date(`${days.until}T12:00:00Z`)),
    };
  }

  /** RFC 4180, with dots and ISO days: what every spreadsheet reads the same. */
  async csv(scope: Scope, merchantId: Id, days: StatementQuery): Promise<File> {
    const { statement, language } = await this.told(scope, merchantId, days);
    const { csv, kinds } = paperWords[language];
    const rows = statement.entries.map(({ on, kind, number, amount, balance }) => {
      return [on, kinds[kind], number, amount / 100, balance / 100];
    });
    return { ...nameOf(days, 'csv'), bytes: Buffer.from(csvOf([csv, ...rows])) };
  }

  private told(scope: Scope, merchantId: Id, days: StatementQuery): Promise<Told> {
    return this.work.read(scope, async (tx) => {
      const merchantName = (await this.merchants.names(tx, [merchantId])).get(merchantId);
      if (merchantName === undefined) throw Problem.notFound('merchant');
      const rows = await this.invoices.ofMerchant(tx, merchantId);
      const { language } = await this.settings.client(tx, merchantId);
      const { letterhead } = await this.settings.settings(tx);
      const statement = { merchantId, merchantName, ...days, ...makeStatement(rows, days) };
      return { statement, language, letterhead };
    });
  }
}

function nameOf({ from, until }: StatementQuery, ending: 'pdf' | 'csv'): { name: string } {
  return { name: `statement-${from}-${until}.${ending}` };
}
