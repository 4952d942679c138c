import {
  BatchItemState,
  type BatchState,
  type BatchStep,
  type RotationBatchSummary,
  type RotationState,
  type RotationStep,
} from '@toonbank/keys/contract';

type BatchCounts = RotationBatchSummary['counts'];

/** What is known of one webshop of a batch. */
export interface ItemFacts {
  readonly barred: string | null;
  readonly trouble: string | null;
  /** Of its renewal; undefined: there is none. */
  readonly rotation: RotationState | undefined;
  readonly nextAt: Date | null;
}

export function itemState({ barred, trouble, rotation }: ItemFacts): BatchItemState {
  if (barred) return 'barred';
  if (rotation === 'cut-over' || rotation === 'retired') return rotation;
  if (trouble) return 'failed';
  return rotation === 'staged' || rotation === 'dual' ? 'ready' : 'waiting';
}

/** The step that a worker takes next; undefined: nothing, or a person has to do something first. */
export function nextStep(item: ItemFacts, retires: boolean): RotationStep | undefined {
  const state = itemState(item);
  if (state === 'ready') return item.rotation === 'staged' ? 'prove' : 'cut-over';
  return state === 'cut-over' && retires && !item.trouble ? 'retire' : undefined;
}

/** How many webshops are how far. */
export function countsOf(items: readonly ItemFacts[]): BatchCounts {
  const none = BatchItemState.options.map((state) => [state, 0] as const);
  const counts = Object.fromEntries(none) as BatchCounts;
  for (const item of items) counts[itemState(item)] += 1;
  return counts;
}

/** Whether nothing is left to do, for a worker or a person. */
export function isThrough(counts: BatchCounts, retires: boolean): boolean {
  const open = counts.waiting + counts.ready + counts.failed;
  return open + (retires ? counts['cut-over'] : 0) === 0;
}

/** When a worker has to look again: now, at a moment, or when a person has done something. */
export function nextLook(
  items: readonly ItemFacts[],
  { retires, now }: { readonly retires: boolean; readonly now: Date },
): Date | null {
  const due = items
    .filter((item) => nextStep(item, retires))
    .map(({ nextAt }) => nextAt?.getTime() ?? now.getTime());
  return due.length === 0 ? null : new Date(Math.max(Math.min(...due), now.getTime()));
}

const table: Readonly<Record<BatchState, Partial<Record<BatchStep, BatchState | 'done'>>>> = {
  planned: { start: 'running', end: 'ended' },
  running: { start: 'done', stop: 'stopped', retire: 'running', end: 'ended' },
  stopped: { start: 'running', stop: 'done', end: 'ended' },
  ended: { retire: 'running', end: 'done' },
};

/** What is known of a batch as a whole. */
export interface BatchFacts {
  readonly state: BatchState;
  readonly retires: boolean;
  readonly counts: BatchCounts;
}

/** Where a step brings a batch; `done`: it is there already. Undefined: not from here. */
export function afterBatchStep(
  { state, retires, counts }: BatchFacts,
  step: BatchStep,
): BatchState | 'done' | undefined {
  // Who ended it half-way wants nothing more renewed; each webshop goes on from its own page.
  if (step === 'retire' && state === 'ended' && !isThrough(counts, false)) return undefined;
  return step === 'retire' && retires && state !== 'ended' ? 'done' : table[state][step];
}

/** How long after a try the next one is, in milliseconds; undefined: a person has to look. */
export function pauseAfter(tries: number): number | undefined {
  return tries < 5 ? 15_000 * 2 ** tries : undefined;
}
