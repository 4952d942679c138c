import type { INestApplicationContext } from '@nestjs/common';
import { BatchPlans, RotationStart, RotationSteps } from '@toonbank/keys/server';
import { systemScope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import type { BankControls } from './bank-controls';
import type { DemoWebshop } from './demo-webshops';

/** Renews keys by the same steps as everybody; the old pair is left to run dry. */
export class DemoRenewals {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly bank: BankControls,
  ) {}

  async renew({ scope, bank }: DemoWebshop): Promise<void> {
    const { signingKey, refreshToken } = await this.bank.renew(bank);
    const { id } = await this.app.get(RotationStart).begin(scope, { signingKey, refreshToken });
    for (const step of ['prove', 'cut-over'] as const) {
      await this.app.get(RotationSteps).take(scope, id, { step });
    }
  }
}

/** What expires soon is planned to be renewed at once; nobody has entered the new keys yet. */
export async function planRenewals(app: INestApplicationContext, agencyId: Id): Promise<void> {
  const scope = systemScope(agencyId, 'demo');
  const soon = { environment: 'production', expires: 'within-30' } as const;
  await app.get(BatchPlans).plan(scope, soon);
}

/** Whether its keys are renewed on a day; day 0 is today. */
export function isRenewed({ plan, scope }: DemoWebshop, day: number): boolean {
  return plan.renewedDays === day && scope.place.environment === 'production';
}
