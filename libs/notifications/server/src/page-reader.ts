import { Injectable } from '@nestjs/common';
import { type Candidate, SigningKeys } from '@toonbank/keys/server';
import { Vault } from '@toonbank/platform/crypto';
import type { WebshopScope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { Webshops } from '@toonbank/shop/server';
import type { LandedPage } from './pulls.repository';
import { type ReadPage, readPage } from './read-page';

/** Opens a landed page and reads it with the keys and the poiId of its webshop environment. */
@Injectable()
export class PageReader {
  constructor(
    private readonly vault: Vault,
    private readonly signingKeys: SigningKeys,
    private readonly webshops: Webshops,
  ) {}

  async read(
    scope: WebshopScope,
    page: LandedPage,
    known: readonly Candidate[] = [],
  ): Promise<ReadPage & { readonly poiId: string | null }> {
    const sealer = await this.vault.sealer(scope.agencyId);
    const raw = sealer.open(rawPageBinding(scope, page.id), page.sealed);
    const poiId = await this.webshops.poiIdOf(scope);
    const read = readPage(raw, known);
    if (read.kind === 'results' || read.why !== 'signature') return { ...read, poiId };
    // Under a key that came since, or a page that an earlier process landed.
    return { ...readPage(raw, await this.signingKeys.verifying(scope)), poiId };
  }
}

/** What the sealed bytes of a page belong to. */
export function rawPageBinding({ place }: WebshopScope, version: Id) {
  return { ...place, field: 'raw-page', version };
}
