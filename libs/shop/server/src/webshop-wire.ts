import type { Id } from '@toonbank/primitives';
import type {
  DoneStep,
  EndingAtBank,
  Software,
  Webshop,
  WebshopEnding,
  WebshopEnvironment,
} from '@toonbank/shop/contract';
import { plugIns } from '@toonbank/shop/contract';
import { toDoAtBank } from './ending-at-bank';
import type { WebshopEnvironmentEntity } from './webshop-environment.entity';
import type { WebshopEntity } from './webshop.entity';

/** How the logins that acted are called. */
export type Names = ReadonlyMap<Id, string>;

/** By what a row is told: the names of those who acted, and the present moment. */
export interface Telling {
  readonly names: Names;
  readonly now: Date;
}

export function webshopToWire(row: WebshopEntity, telling: Telling): Webshop {
  const { id, merchantId, pointOfSaleId, url, createdAt } = row;
  return {
    ...{ id, merchantId, pointOfSaleId, url },
    host: new URL(url).host,
    software: softwareOf(row),
    ending: endingOf(row, telling),
    createdAt: createdAt.toISOString(),
  };
}

export function environmentToWire(row: WebshopEnvironmentEntity, names: Names): WebshopEnvironment {
  const { environment, poiId } = row;
  return {
    ...{ environment, poiId },
    keysProvenAt: row.keysProvenAt?.toISOString() ?? null,
    added: stepOf(row.addedAt, row.addedBy, names),
    signed: stepOf(row.signedAt, row.signedBy, names),
  };
}

/** From the midnight after its last day on. */
export function hasEnded({ endsAt }: Pick<WebshopEntity, 'endsAt'>, now: Date): boolean {
  return endsAt !== null && endsAt <= now;
}

export function softwareColumns(software: Software | null) {
  const softwareName = software && 'name' in software ? software.name : null;
  return { softwareKind: software?.kind ?? null, softwareName };
}

function endingOf(row: WebshopEntity, { names, now }: Telling): WebshopEnding | null {
  const { endsOn, endsAt, endingReason: reason } = row;
  const set = stepOf(row.endingSetAt, row.endingSetBy, names);
  if (!endsOn || !endsAt || !set) return null;
  return { endsOn, endsAt: endsAt.toISOString(), ended: hasEnded(row, now), reason, set };
}

/** Null: the bank never heard of an end, and has nothing to hear of. */
export function bankEndingOf(row: WebshopEntity, names: Names): EndingAtBank | null {
  const { bankEndsOn: endsOn, bankEndSaidAt, bankEndSaidBy } = row;
  const said = stepOf(bankEndSaidAt, bankEndSaidBy, names);
  const toDo = toDoAtBank(row);
  const mayTakeBack = row.bankEndBefore !== null;
  return said || toDo ? { endsOn, said, toDo, mayTakeBack } : null;
}

function stepOf(at: Date | null, by: Id | null, names: Names): DoneStep | null {
  return at && { at: at.toISOString(), by: (by && names.get(by)) ?? null };
}

function softwareOf({ softwareKind, softwareName }: WebshopEntity): Software | null {
  if (softwareKind === 'own-build') return { kind: 'own-build' };
  const plugIn = plugIns.find((name) => name === softwareName);
  if (softwareKind === 'plug-in' && plugIn) return { kind: 'plug-in', name: plugIn };
  // A plug-in that has left the list since is a name like any other.
  return softwareName === null ? null : { kind: 'other', name: softwareName };
}
