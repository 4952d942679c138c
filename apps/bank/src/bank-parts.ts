import type { Announcing } from './announcing';
import type { Doors } from './doors';
import type { HandOuts } from './hand-outs';
import type { Ledger } from './ledger';
import type { Misdeeds } from './misdeeds';
import type { Notifier } from './notifier';
import type { Orders } from './orders';
import type { Refunds } from './refunds';
import type { Dials } from './settings';
import type { Webshops } from './webshops';

/** The parts of the bank, for its routes. */
export interface Bank {
  readonly ledger: Ledger;
  readonly dials: Dials;
  readonly doors: Doors;
  readonly webshops: Webshops;
  readonly announcing: Announcing;
  readonly orders: Orders;
  readonly handOuts: HandOuts;
  readonly notifier: Notifier;
  readonly refunds: Refunds;
  readonly misdeeds: Misdeeds;
  /** Where the bank is reached. */
  url(): string;
}
