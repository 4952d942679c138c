import type { Attention } from '@toonbank/cockpit/contract';
import type { Environment } from '@toonbank/primitives';
import type { Task } from '@toonbank/tasks/contract';
import { iconOf, linkOf, type TaskSayings } from '@toonbank/tasks/portal/parts';
import type { IconName } from '@toonbank/ui/look';

/** Something that waits, in words, with where it is dealt with. */
export interface Waiting {
  readonly key: string;
  readonly urgency: Attention['urgency'];
  readonly icon: IconName;
  readonly link: readonly string[];
  readonly what: string;
  readonly more: string;
  readonly act: string;
  readonly since: string | null;
  readonly due: string | null;
}

/** Says a key of the dictionary of this room. */
type Say = (key: string, values: Readonly<Record<string, string>>) => string;

const icons: Readonly<Record<Attention['kind'], IconName>> = {
  'key-expires': 'key-round',
  'webshop-quiet': 'bell-off',
  'order-needs-look': 'triangle-alert',
};
const urgencies: readonly Attention['urgency'][] = ['bad', 'warn', 'info'];
const dayMs = 86_400_000;

export function attentionRow(attention: Attention, environment: Environment, say: Say): Waiting {
  const { kind, urgency, order, webshopId, host, merchantName: merchant, since, due } = attention;
  const number = order?.merchantOrderId ?? '';
  const part = (name: string) => say(`tasks.${kind}.${name}`, { host, merchant, number });
  const page = order ? ['orders', order.id] : ['webshops', webshopId];
  return {
    ...{ key: `${kind} ${order?.id ?? webshopId}`, urgency, icon: icons[kind] },
    ...{ link: ['/', environment, ...page], since, due },
    ...{ what: part('what'), more: part('more'), act: part('act') },
  };
}

/** What the overview finds by itself stands there already. */
function isFoundElsewhere({ kind }: Task): boolean {
  return kind === 'order-look' || kind === 'key-expiry';
}

/** What waits on others asks something of the agency once its clock has run out. */
export function asksUs(task: Task, nowMs: number): boolean {
  const isLate = Date.parse(task.dueAt) <= nowMs;
  return !isFoundElsewhere(task) && (task.on === 'agency' || isLate);
}

export function taskRow(task: Task, sayings: TaskSayings, nowMs: number): Waiting {
  const { id, since, dueAt } = task;
  return {
    ...{ key: `task ${id}`, urgency: urgencyOf(dueAt, nowMs), icon: iconOf(task) },
    ...{ link: linkOf(task), since, due: dueAt },
    ...{ what: sayings.what(task), more: sayings.more(task), act: sayings.act(task) },
  };
}

/** The most urgent first, within one urgency the nearest clock first. */
export function urgentFirst(rows: readonly Waiting[]): Waiting[] {
  const clock = ({ due, since }: Waiting) => Date.parse(due ?? since ?? '');
  const rank = ({ urgency }: Waiting) => urgencies.indexOf(urgency);
  return rows.toSorted((a, b) => rank(a) - rank(b) || clock(a) - clock(b));
}

function urgencyOf(dueAt: string, nowMs: number): Attention['urgency'] {
  const left = Date.parse(dueAt) - nowMs;
  return left < dayMs ? 'bad' : left < 7 * dayMs ? 'warn' : 'info';
}
