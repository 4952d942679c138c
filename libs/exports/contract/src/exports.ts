import { Environment, Id, Language, pageOf, PageQuery } from '@toonbank/primitives';
import * as z from 'zod';

export const exportsPath = 'v1/exports';
/** Takes the token of a link: as a parameter when a browser fetches, in the body when a page asks. */
export const exportFilePath = 'v1/export-file';

export const ExportKind = z.enum(['orders', 'transactions', 'refunds', 'bills']);
export type ExportKind = z.infer<typeof ExportKind>;

export const ExportFormat = z.enum(['csv', 'xlsx', 'jsonl']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** How CSV writes numbers: `1234,56` between semicolons (nl), or `1234.56` between commas. */
export const ExportNumbers = z.enum(['nl', 'international']);
export type ExportNumbers = z.infer<typeof ExportNumbers>;

export const ExportState = z.enum(['queued', 'running', 'done', 'cancelled', 'failed']);
export type ExportState = z.infer<typeof ExportState>;

/** What a file that can't be made failed on. */
export const ExportTrouble = z.enum(['too-many-rows', 'gave-up']);
export type ExportTrouble = z.infer<typeof ExportTrouble>;

const Count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** What is exported and how it is written. At most one of merchant, shop and webshop. */
export const exportChoice = {
  environment: Environment,
  kind: ExportKind,
  format: ExportFormat,
  numbers: ExportNumbers.default('international').describe('For CSV; others have real numbers'),
  merchantId: Id.optional().describe('Only this merchant'),
  shopId: Id.optional().describe('Only the webshops of this shop'),
  webshopId: Id.optional().describe('Only this webshop'),
};

interface Narrowed {
  readonly merchantId?: Id | undefined;
  readonly shopId?: Id | undefined;
  readonly webshopId?: Id | undefined;
}

export const narrowsOnce = ({ merchantId, shopId, webshopId }: Narrowed) =>
  [merchantId, shopId, webshopId].filter((id) => id !== undefined).length < 2;

export const narrowsTwice = {
  path: ['merchantId'],
  error: 'send only one of merchantId, shopId and webshopId',
};

/** What an export says of itself, once it is known whose it is about. */
export const chosen = {
  environment: Environment,
  kind: ExportKind,
  format: ExportFormat,
  numbers: ExportNumbers,
  merchantId: Id.nullable(),
  shopId: Id.nullable(),
  webshopId: Id.nullable(),
  about: z.string().nullable().describe('The name of that merchant, shop or webshop; null: all'),
};

export const RequestExport = z
  .strictObject({
    ...exportChoice,
    from: z.iso.date().describe('First day, Dutch time'),
    until: z.iso.date().describe('Last day, Dutch time; it is part of the period'),
  })
  .refine(narrowsOnce, narrowsTwice)
  .meta({ id: 'RequestExport' });
export type RequestExport = z.infer<typeof RequestExport>;

export const ExportFile = z
  .object({
    name: z.string(),
    bytes: Count,
    keptUntil: z.iso.datetime().describe('Then the file is removed; the export stays in the list'),
  })
  .meta({ id: 'ExportFile' });
export type ExportFile = z.infer<typeof ExportFile>;

export const Export = z
  .object({
    id: Id,
    ...chosen,
    from: z.iso.date(),
    until: z.iso.date(),
    state: ExportState,
    rows: Count.describe('Written so far'),
    total: Count.nullable().describe('How many there will be; null: not counted yet'),
    trouble: ExportTrouble.nullable(),
    file: ExportFile.nullable().describe('Null: not there yet, or not any more'),
    requestedAt: z.iso.datetime(),
    requestedBy: z.string().nullable().describe('E-mail address; null: a schedule'),
    scheduleId: Id.nullable(),
    startedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Export' });
export type Export = z.infer<typeof Export>;

export const ExportPage = pageOf(Export).meta({ id: 'ExportPage' });
export type ExportPage = z.infer<typeof ExportPage>;

/** Newest first. */
export const ExportQuery = PageQuery.extend({
  environment: Environment.default('production'),
  kind: ExportKind.optional(),
  scheduleId: Id.optional(),
});
export type ExportQuery = z.infer<typeof ExportQuery>;

export const ExportParams = z.strictObject({ exportId: Id });
export type ExportParams = z.infer<typeof ExportParams>;

/** Whoever holds it may fetch the file, once. */
export const ExportLink = z
  .object({ url: z.url(), expiresAt: z.iso.datetime() })
  .meta({ id: 'ExportLink' });
export type ExportLink = z.infer<typeof ExportLink>;

export const ExportToken = z.strictObject({ token: z.string().min(1).max(200) });
export type ExportToken = z.infer<typeof ExportToken>;

/** What a link opens, before it is used. */
export const ExportLook = z
  .object({
    agency: z.string().describe('Whose books they are'),
    language: Language,
    kind: ExportKind,
    from: z.iso.date(),
    until: z.iso.date(),
    name: z.string(),
    bytes: Count,
    rows: Count,
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'ExportLook' });
export type ExportLook = z.infer<typeof ExportLook>;
