import type { MethodState, MethodStep, MethodTurn } from '@toonbank/payment-methods/contract';
import { brandOf, MethodStep as Steps } from '@toonbank/payment-methods/contract';
import { dayAfter, startOfDay } from '@toonbank/platform/clock';
import { workingDaysAfter } from './working-days';

/** What can befall a method: what a person says, and that the bank's call shows it (`seen`). */
export type MethodEvent = MethodStep | 'seen';

type Moves = Partial<Record<MethodEvent, MethodState>>;

/** Once signed, the bank (or Billink) may say no, and its call may show it at any moment. */
const open: Moves = { refused: 'REFUSED', seen: 'ACTIVE' };

const moves: Readonly<Record<MethodState, Moves>> = {
  REQUESTED: { signed: 'SIGNED', withdrawn: 'WITHDRAWN', seen: 'ACTIVE' },
  SIGNED: { ...open, confirmed: 'ACTIVATING', 'contract-sent': 'CONTRACT_SENT' },
  ACTIVATING: open,
  CONTRACT_SENT: { ...open, 'contract-signed': 'CONTRACT_SIGNED' },
  CONTRACT_SIGNED: { ...open, 'contract-accepted': 'CONTRACT_ACCEPTED' },
  CONTRACT_ACCEPTED: open,
  ACTIVE: {},
  REFUSED: {},
  WITHDRAWN: {},
};

/** S50: after signing, Billink sends a contract of its own; other methods have none. */
function isOfAnother(brand: string, event: MethodEvent): boolean {
  return event === 'confirmed' ? brand === 'BILLINK' : isBillinks(event) && brand !== 'BILLINK';
}

function isBillinks(event: MethodEvent): boolean {
  return event.startsWith('contract-');
}

/** Where an event brings a method; undefined: it does not befall a method in this state. */
export function afterEvent(
  from: MethodState,
  event: MethodEvent,
  brand: string,
): MethodState | undefined {
  return isOfAnother(brand, event) ? undefined : moves[from][event];
}

/** What a person can say of it now. */
export function nextSteps(state: MethodState, brand: string): MethodStep[] {
  return Steps.options.filter((step) => afterEvent(state, step, brand) !== undefined);
}

export function isOpen(state: MethodState): boolean {
  return !['ACTIVE', 'REFUSED', 'WITHDRAWN'].includes(state);
}

/** Ours, where neither the bank nor Billink names a term: to sign, and to read what was signed. */
const ownDays = 5;
/** S50: on acceptance it appears by itself. */
const appearDays = 2;

/** Whose turn it is, until which day, and from when on they are reminded. */
export interface MethodClock {
  readonly turn: MethodTurn | null;
  readonly dueOn: string | null;
  readonly remindAt: Date | null;
}

export const noClock: MethodClock = { turn: null, dueOn: null, remindAt: null };

/**
 * The clock of a state that began on a day. The bank's lead time (S30) runs from signing until it is
 * seen, so what the bank confirms in between does not start it anew: that clock goes on.
 */
export function clockOf(state: MethodState, brand: string, on: string): MethodClock | 'goes on' {
  switch (state) {
    case 'REQUESTED':
    case 'CONTRACT_SENT':
      return merchantsClock(on);
    case 'SIGNED':
      return othersClock('bank', workingDaysAfter(on, brandOf(brand).leadDays.most));
    case 'ACTIVATING':
      return 'goes on';
    case 'CONTRACT_SIGNED':
      return othersClock('billink', workingDaysAfter(on, ownDays));
    case 'CONTRACT_ACCEPTED':
      return othersClock('bank', workingDaysAfter(on, appearDays));
    case 'ACTIVE':
    case 'REFUSED':
    case 'WITHDRAWN':
      return noClock;
  }
}

/** On the last day itself: there is still time to do it. */
function merchantsClock(on: string): MethodClock {
  const dueOn = workingDaysAfter(on, ownDays);
  return { turn: 'merchant', dueOn, remindAt: startOfDay(dueOn) };
}

/** On the day after: only then is there something to ask the bank about. */
function othersClock(turn: 'bank' | 'billink', dueOn: string): MethodClock {
  return { turn, dueOn, remindAt: startOfDay(dayAfter(dueOn)) };
}

/** The last day has passed. */
export function isOverdue(dueOn: string | null, today: string): boolean {
  return dueOn !== null && dueOn < today;
}
