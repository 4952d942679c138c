import type { KeyState, RotationState, RotationStep } from '@toonbank/keys/contract';

/** `done`: the rotation is there already, so the step was repeated and changes nothing. */
export type StepResult = RotationState | 'done' | undefined;

const table: Readonly<
  Record<RotationState, Partial<Record<RotationStep, RotationState | 'done'>>>
> = {
  staged: { prove: 'dual', abandon: 'abandoned' },
  dual: { prove: 'done', 'cut-over': 'cut-over', 'roll-back': 'done', abandon: 'abandoned' },
  'cut-over': { 'cut-over': 'done', 'roll-back': 'dual', retire: 'retired' },
  retired: { retire: 'done' },
  abandoned: { abandon: 'done' },
};

/** Where a step brings a rotation; undefined: it can not be taken there. */
export function afterStep(from: RotationState, step: RotationStep): StepResult {
  return table[from][step];
}

/** What would change something now. */
export function openSteps(from: RotationState): RotationStep[] {
  const steps = Object.keys(table[from]) as RotationStep[];
  return steps.filter((step) => table[from][step] !== 'done');
}

/** In which state each of the two pairs is while the rotation is in this one. */
export const pairStates: Readonly<
  Record<RotationState, { readonly old: KeyState; readonly fresh: KeyState }>
> = {
  staged: { old: 'active', fresh: 'staged' },
  dual: { old: 'active', fresh: 'proven' },
  'cut-over': { old: 'draining', fresh: 'active' },
  retired: { old: 'retired', fresh: 'active' },
  abandoned: { old: 'active', fresh: 'retired' },
};
