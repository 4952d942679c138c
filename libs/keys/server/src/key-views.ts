import { Injectable } from '@nestjs/common';
import { PeopleNames } from '@toonbank/access/server';
import type {
  KeptKeyVersion,
  KeyState,
  KeyVersion,
  KeyVersions,
  ListedKey,
} from '@toonbank/keys/contract';
import { Merchants } from '@toonbank/merchant/server';
import { Clock } from '@toonbank/platform/clock';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import { Webshops } from '@toonbank/shop/server';
import type { KeyVersionEntity } from './key-version.entity';
import { keyToWire } from './key-wire';
import type { KeyRotationEntity } from './rotation/key-rotation.entity';
import { OldPairRules } from './retire/old-pair-rules';
import { RotationsRepository } from './rotation/rotations.repository';
import { signerOf } from './virtual-signer';

/** Key versions as they are told, with the names of who and where; in the caller's transaction. */
@Injectable()
export class KeyViews {
  constructor(
    private readonly names: PeopleNames,
    private readonly webshops: Webshops,
    private readonly merchants: Merchants,
    private readonly rotations: RotationsRepository,
    private readonly rules: OldPairRules,
    private readonly clock: Clock,
  ) {}

  async told(tx: Tx, rows: readonly KeyVersionEntity[]): Promise<KeyVersion[]> {
    const names = await this.names.of(
      tx,
      rows.flatMap(({ enteredBy, expiryTypedBy }) => [enteredBy, expiryTypedBy]),
    );
    const now = this.clock.now();
    return rows.map((row) => ({
      ...keyToWire(row, { now, names }),
      state: stateOf(row, rows, now),
    }));
  }

  async one(tx: Tx, row: KeyVersionEntity): Promise<KeyVersion> {
    const [told] = await this.told(tx, [row]);
    return told!;
  }

  /** All versions of one webshop environment, with which of them can go. */
  async kept(tx: Tx, rows: readonly KeyVersionEntity[]): Promise<KeptKeyVersion[]> {
    const verdicts = await this.rules.verdicts(tx, rows);
    const told = await this.told(tx, rows);
    return told.map((version) => ({ ...version, drop: verdicts.get(version.id) ?? null }));
  }

  /** The renewal that is under way in a webshop environment. */
  async renewalIn(tx: Tx, place: WebshopPlace): Promise<KeyVersions['rotation']> {
    const open = await this.rotations.open(tx, place);
    return open && { id: open.id, state: open.state };
  }

  async listed(tx: Tx, rows: readonly KeyVersionEntity[]): Promise<ListedKey[]> {
    const told = await this.told(tx, rows);
    const webshopIds = rows.map(({ webshopId }) => webshopId);
    const merchantIds = rows.map(({ merchantId }) => merchantId);
    const hosts = await this.webshops.hosts(tx, webshopIds);
    const merchants = await this.merchants.names(tx, merchantIds);
    const open = await this.rotations.openOf(tx, webshopIds);
    return rows.map(({ webshopId, merchantId, environment }, index) => ({
      ...told[index]!,
      ...{ webshopId, merchantId, environment },
      host: hosts.get(webshopId) ?? '',
      merchantName: merchants.get(merchantId) ?? '',
      rotation: rotationOf(open, { webshopId, environment }),
    }));
  }
}

/** Which virtual pair signs is a matter of the moment, not of the row alone. */
function stateOf(row: KeyVersionEntity, all: readonly KeyVersionEntity[], now: Date): KeyState {
  if (row.kind === 'bank' || row.state === 'retired') return row.state;
  const beside = all.filter(
    ({ kind, webshopId, environment }) =>
      kind === 'virtual' && webshopId === row.webshopId && environment === row.environment,
  );
  return signerOf(beside, now)?.id === row.id ? 'active' : 'proven';
}

function rotationOf(
  open: readonly KeyRotationEntity[],
  { webshopId, environment }: WebshopPlace,
): ListedKey['rotation'] {
  const found = open.find((row) => row.webshopId === webshopId && row.environment === environment);
  return found ? { id: found.id, state: found.state } : null;
}
