import { Injectable } from '@nestjs/common';
import { Owners, PeopleNames } from '@toonbank/access/server';
import { Merchants } from '@toonbank/merchant/server';
import type { MethodTurn } from '@toonbank/payment-methods/contract';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import type { MethodContractEntity } from './method-contract.entity';

/** To whom reminders go. */
@Injectable()
export class ReminderPeople {
  constructor(
    private readonly work: Work,
    private readonly owners: Owners,
    private readonly names: PeopleNames,
    private readonly merchants: Merchants,
  ) {}

  /** A merchant of whom nobody has a login is reminded by the agency. */
  async of(scope: Scope, row: MethodContractEntity, turn: MethodTurn) {
    const { merchantId } = row;
    const inside = { ...scope, merchantId };
    const theirs = await this.work.read(inside, (tx) => this.owners.addresses(tx));
    return this.work.read(scope, async (tx) => {
      const names = await this.merchants.names(tx, [merchantId]);
      const merchant = names.get(merchantId) ?? '';
      if (turn === 'merchant' && theirs.length > 0) return { to: theirs, merchant };
      return { to: await this.agencys(tx, row), merchant };
    });
  }

  /** The owners of the agency, and who asked for the method. */
  private async agencys(tx: Tx, { requestedBy }: MethodContractEntity): Promise<string[]> {
    const asked = await this.names.of(tx, [requestedBy]);
    return [...new Set([...(await this.owners.addresses(tx)), ...asked.values()])];
  }
}
