import { validate, type SchemaPathTree } from '@angular/forms/signals';
import {
  type Export,
  ExportFormat,
  ExportKind,
  ExportNumbers,
  type RequestExport,
} from '@toonbank/exports/contract';
import { type Environment, Id } from '@toonbank/primitives';

/** Whose rows: everybody's, or of one place. */
export const reaches = ['all', 'merchant', 'shop', 'webshop'] as const;
export type Reach = (typeof reaches)[number];

/** What a person chooses to export. Named as the server names it, so that its refusals find their fields. */
export interface ChoiceModel {
  readonly kind: string;
  readonly format: string;
  readonly numbers: string;
  readonly reach: string;
  /** Id of the merchant, shop or webshop. */
  readonly place: string;
}

/** How the choice stands in an address; `of` is `shop:<id>`, or `all`. */
export interface ChoiceAddress {
  readonly kind?: string;
  readonly format?: string;
  readonly numbers?: string;
  readonly of?: string;
}

type Place = Pick<RequestExport, 'merchantId' | 'shopId' | 'webshopId'>;

/** What an address says; what it does not say, or says wrongly, is what is usually wanted. */
export function modelOf(said: ChoiceAddress, usual: { merchant?: string; numbers: ExportNumbers }) {
  const of = said.of ?? (usual.merchant ? `merchant:${usual.merchant}` : 'all');
  const [reach, place = ''] = of.split(':');
  const known = reaches.find((one) => one === reach) ?? 'all';
  return {
    kind: ExportKind.safeParse(said.kind).data ?? 'orders',
    format: ExportFormat.safeParse(said.format).data ?? 'csv',
    numbers: ExportNumbers.safeParse(said.numbers).data ?? usual.numbers,
    reach: known,
    place: Id.safeParse(place).data ?? '',
  } satisfies ChoiceModel;
}

export function addressOf({ kind, format, numbers, reach, place }: ChoiceModel) {
  const of = reach === 'all' ? 'all' : place ? `${reach}:${place}` : reach;
  return { kind, format, numbers, of };
}

/** The same choice again, of one that was made before. */
export function addressOfExport(made: Pick<Export, keyof Place | 'kind' | 'format' | 'numbers'>) {
  const { kind, format, numbers, merchantId, shopId, webshopId } = made;
  const pairs = [
    ['webshop', webshopId],
    ['shop', shopId],
    ['merchant', merchantId],
  ] as const;
  const [reach, place] = pairs.find(([, id]) => id) ?? ['all', null];
  return addressOf({ kind, format, numbers, reach, place: place ?? '' });
}

export function choiceOf({ kind, format, numbers, reach, place }: ChoiceModel, env: Environment) {
  const id = Id.parse.bind(Id);
  const of: Place =
    reach === 'merchant'
      ? { merchantId: id(place) }
      : reach === 'shop'
        ? { shopId: id(place) }
        : reach === 'webshop'
          ? { webshopId: id(place) }
          : {};
  return {
    environment: env,
    kind: ExportKind.parse(kind),
    format: ExportFormat.parse(format),
    numbers: ExportNumbers.parse(numbers),
    ...of,
  };
}

export function rulesOf(path: SchemaPathTree<ChoiceModel>): void {
  validate(path.place, ({ value, valueOf }) =>
    valueOf(path.reach) === 'all' || value() !== '' ? undefined : { kind: 'place' },
  );
}
