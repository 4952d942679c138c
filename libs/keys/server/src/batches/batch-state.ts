import type {
  BatchItemState,
  BatchState,
  BatchStep,
  RotationState,
  RotationStep,
  RotationBatchSummary,
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

/** Whether nothing is left to do, for a worker or a person. */
export function isThrough(items: readonly ItemFacts[], retires: boolean): boolean {
  const last = new Set<BatchItemState>(
    retires ? ['barred', 'retired'] : ['barred', 'cut-over', 'retired'],
  );
  return items.every((item) => last.has(itemState(item)));
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

interface BatchFacts {
  readonly state: BatchState;
  readonly retires: boolean;
  /** Whether no webshop of it is still to be renewed. */
  readonly isOver: boolean;
}

/** Whether no webshop is still to be renewed. */
export function isOver({ waiting, ready, failed }: BatchCounts): boolean {
  return waiting + ready + failed === 0;
}

/** Where a step brings a batch; `done`: it is there already. Undefined: not from here. */
export function afterBatchStep(
  { state, retires, isOver }: BatchFacts,
  step: BatchStep,
): BatchState | 'done' | undefined {
  // Who ended it half-way wants nothing more renewed; each webshop goes on from its own page.
  if (state === 'ended' && !isOver && step === 'retire') return undefined;
  return step === 'retire' && retires && state !== 'ended' ? 'done' : table[state][step];
}

/** How long after a try the next one is, in milliseconds; undefined: a person has to look. */
export function pauseAfter(tries: number): number | undefined {
  return tries < 5 ? 15_000 * 2 ** tries : undefined;
}
