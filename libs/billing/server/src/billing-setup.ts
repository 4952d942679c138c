import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import type {
  BillingSettings,
  ChangeBillingSettings,
  ChangeClientBilling,
  ClientBilling,
} from '@toonbank/billing/contract';
import { Merchants } from '@toonbank/merchant/server';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { checkedIban, checkedVatNumber } from './numbers';
import { type Client, type Settings, SettingsRepository } from './settings.repository';
import { vatRates } from './vat';

/** How the agency bills, and how each of its merchants is billed. What is left out stays as it is. */
@Injectable()
export class BillingSetup {
  constructor(
    private readonly work: Work,
    private readonly settings: SettingsRepository,
    private readonly merchants: Merchants,
    private readonly audit: Audit,
  ) {}

  async own(scope: Scope): Promise<BillingSettings> {
    return settingsToWire(await this.work.read(scope, (tx) => this.settings.settings(tx)));
  }

  async change(scope: Scope, change: ChangeBillingSettings): Promise<BillingSettings> {
    const checked = { ...change, ...letterheadOf(change) };
    const fields = Object.keys(checked).sort().join(' ');
    if (fields === '') return this.own(scope);
    return this.work.run(scope, async (tx) => {
      await this.settings.lock(tx);
      await this.settings.change(tx, checked);
      const subject = { kind: 'agency', id: scope.agencyId };
      await this.audit.record(tx, { act: 'billing.settings-changed', subject, detail: { fields } });
      return settingsToWire(await this.settings.settings(tx));
    });
  }

  client(scope: Scope, merchantId: Id): Promise<ClientBilling> {
    return this.work.read(scope, (tx) => this.told(tx, merchantId));
  }

  changeClient(scope: Scope, merchantId: Id, change: ChangeClientBilling): Promise<ClientBilling> {
    const checked: Partial<Client> = { ...change, ...billedToOf(change) };
    const fields = Object.keys(checked).sort().join(' ');
    return this.work.run(scope, async (tx) => {
      const before = await this.told(tx, merchantId);
      if (fields === '') return before;
      await this.settings.lock(tx);
      await this.settings.changeClient(tx, merchantId, checked);
      const subject = { kind: 'merchant', id: merchantId };
      const act = { act: 'billing.client-changed', merchantId, subject } as const;
      await this.audit.record(tx, { ...act, detail: { fields } });
      return this.told(tx, merchantId);
    });
  }

  private async told(tx: Tx, merchantId: Id): Promise<ClientBilling> {
    const merchantName = (await this.merchants.names(tx, [merchantId])).get(merchantId);
    if (merchantName === undefined) throw Problem.notFound('merchant');
    const { payer, language, billedTo } = await this.settings.client(tx, merchantId);
    return { merchantId, merchantName, payer, language, billedTo };
  }
}

function letterheadOf({
  letterhead,
}: ChangeBillingSettings): Pick<ChangeBillingSettings, 'letterhead'> {
  if (!letterhead) return {};
  const vatNumber = checkedVatNumber(letterhead.vatNumber, 'letterhead.vatNumber');
  const iban = letterhead.iban && checkedIban(letterhead.iban, 'letterhead.iban');
  return { letterhead: { ...letterhead, vatNumber, iban } };
}

function billedToOf({ billedTo }: ChangeClientBilling): Pick<ChangeClientBilling, 'billedTo'> {
  if (!billedTo) return {};
  const { vatNumber } = billedTo;
  const checked = vatNumber && checkedVatNumber(vatNumber, 'billedTo.vatNumber');
  return { billedTo: { ...billedTo, vatNumber: checked || null } };
}

function settingsToWire(settings: Settings): BillingSettings {
  const { countsPer, proRata, bankVat, bankVatSource, termDays, letterhead } = settings;
  return {
    ...{ countsPer, proRata, bankVat, bankVatSource, termDays, letterhead },
    vatRates: [...vatRates],
  };
}
