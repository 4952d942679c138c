import { Injectable } from '@nestjs/common';
import type { KeyRotation, KeyRotationPage, RotationQuery } from '@toonbank/keys/contract';
import { type Scope, Work } from '@toonbank/platform/db';
import { Cursors, cutPage, Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { RotationViews } from './rotation-views';
import { RotationsRepository } from './rotations.repository';

const list = 'key-rotations';

/** Renewals of keys over all webshops of a scope. */
@Injectable()
export class RotationList {
  constructor(
    private readonly work: Work,
    private readonly rotations: RotationsRepository,
    private readonly views: RotationViews,
    private readonly cursors: Cursors,
  ) {}

  get(scope: Scope, id: Id): Promise<KeyRotation> {
    return this.work.read(scope, async (tx) => {
      const row = await this.rotations.find(tx, id);
      if (!row) throw Problem.notFound('renewal of keys');
      return this.views.one(tx, row);
    });
  }

  page(scope: Scope, query: RotationQuery): Promise<KeyRotationPage> {
    const { agencyId } = scope;
    const after = query.after ? this.cursors.read(list, agencyId, query.after) : [];
    return this.work.read(scope, async (tx) => {
      const { page, last } = cutPage(await this.rotations.page(tx, query, after), query.limit);
      const items = await this.views.told(tx, page);
      return { items, next: last ? this.cursors.write(list, agencyId, [last.id]) : null };
    });
  }
}
