import { Injectable } from '@nestjs/common';
import type { ApiKey, ApiKeyPage, IssuedApiKey } from '@toonbank/access/contract';
import { Audit } from '@toonbank/audit/server';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type WebshopPlace, Work } from '@toonbank/platform/db';
import { Cursors, cutPage, Problem } from '@toonbank/platform/http';
import { type Id, newId, type PageQuery } from '@toonbank/primitives';
import type { ApiKeyEntity } from './api-key.entity';
import { newApiKey, shownPrefix } from './api-key-text';
import { ApiKeysRepository } from './api-keys.repository';
import { PlaceResolver } from './place-resolver';
import { hashOf } from './secret-text';

const list = 'api-keys';

/** The keys with which webshops call us. Each belongs to one webshop in one environment. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly work: Work,
    private readonly keys: ApiKeysRepository,
    private readonly places: PlaceResolver,
    private readonly audit: Audit,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** The answer is the only place where the key is ever told. An ended webshop gets none: a 409. */
  async issue(scope: Scope, { webshopId, environment }: WebshopPlace): Promise<IssuedApiKey> {
    const { agencyId } = scope;
    const merchantId = await this.merchantOf(scope, webshopId);
    const key = newApiKey(environment);
    const row: ApiKeyEntity = {
      ...{ agencyId, id: newId(), merchantId, webshopId, environment },
      prefix: shownPrefix(key),
      createdAt: this.clock.now(),
      lastUsedAt: null,
      revokedAt: null,
    };
    await this.work.run(scope, async (tx) => {
      await this.places.mustWork(tx, webshopId);
      await this.keys.insert(tx, row, hashOf(key));
      await this.audit.record(tx, { act: 'api-key.issued', ...about(row) });
    });
    return { ...toWire(row), key };
  }

  async page(scope: Scope, place: WebshopPlace, query: PageQuery): Promise<ApiKeyPage> {
    const { agencyId } = scope;
    await this.merchantOf(scope, place.webshopId);
    const [before] = query.after ? this.cursors.read(list, agencyId, query.after) : [];
    const wanted = { ...place, ...query };
    const rows = await this.work.read(scope, (tx) => this.keys.page(tx, wanted, before));
    const { page, last } = cutPage(rows, query.limit);
    return {
      items: page.map(toWire),
      next: last ? this.cursors.write(list, agencyId, [last.id]) : null,
    };
  }

  /** At once and for good. Safe to repeat. */
  async revoke(scope: Scope, id: Id): Promise<void> {
    await this.work.run(scope, async (tx) => {
      const row = await this.keys.find(tx, id);
      if (!row) throw Problem.notFound('API key');
      if (!(await this.keys.revoke(tx, id, this.clock.now()))) return;
      await this.audit.record(tx, { act: 'api-key.revoked', ...about(row) });
    });
  }

  private async merchantOf(scope: Scope, webshopId: Id): Promise<Id> {
    const merchantId = await this.places.merchantOf(scope, webshopId);
    if (!merchantId) throw Problem.notFound('webshop');
    return merchantId;
  }
}

function about({ id, merchantId, webshopId, environment, prefix }: ApiKeyEntity) {
  const detail = { webshopId, environment, prefix };
  return { merchantId, subject: { kind: 'api-key', id }, detail };
}

function toWire(row: ApiKeyEntity): ApiKey {
  const { id, webshopId, environment, prefix } = row;
  return {
    id,
    webshopId,
    environment,
    prefix,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
