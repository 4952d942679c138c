import type { KeyRotation } from '@toonbank/keys/contract';
import type { Formats } from '@toonbank/ui/look';
import type { Step } from '@toonbank/ui/steps';
import { wordOf } from './proof-words';

/** What a renewal goes through, in its order. */
export const sixSteps = ['staged', 'proven', 'dual', 'inUse', 'quiet', 'destroyed'] as const;

/** Where it stands: the number of the step, from 0. */
export function standsAt({ state, drop }: Pick<KeyRotation, 'state' | 'drop'>): number {
  switch (state) {
    case 'staged':
    case 'abandoned':
      return 0;
    case 'dual':
      return 2;
    case 'cut-over':
      return drop?.isSafe ? 4 : 3;
    case 'retired':
      return 5;
  }
}

type Word = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** The six, each with when it was or is expected, in words. */
export function stepsOf(rotation: KeyRotation, word: Word, formats: Formats): readonly Step[] {
  const current = standsAt(rotation);
  const isOver = rotation.state === 'retired';
  const more = momentsOf(rotation, word, formats);
  return sixSteps.map((name, index) => ({
    name: word(name === 'proven' ? wordOf('steps.proven', rotation) : `steps.${name}`),
    more: [word(meaningOf(name, rotation), values(rotation)), more[index]]
      .filter(Boolean)
      .join(' · '),
    state: index < current || isOver ? 'done' : index === current ? 'current' : 'waiting',
  }));
}

function meaningOf(name: (typeof sixSteps)[number], rotation: KeyRotation): string {
  return name === 'proven' ? wordOf('stepMeans.proven', rotation) : `stepMeans.${name}`;
}

function momentsOf(rotation: KeyRotation, word: Word, formats: Formats): readonly string[] {
  const { begunAt, fresh, cutOverAt, endedAt, drop, state } = rotation;
  const short = (at: string | null | undefined) => (at ? formats.short(at) : '');
  const provenAt = state === 'abandoned' ? null : fresh.proof?.at;
  const quiet = drop && !drop.isSafe ? word('expected', { at: formats.short(drop.safeAt) }) : '';
  const ended = state === 'retired' ? short(endedAt) : '';
  return [short(begunAt), short(provenAt), short(provenAt), short(cutOverAt), quiet, ended];
}

function values({ old, fresh, drop }: KeyRotation) {
  return { old: old.version, fresh: fresh.version, hours: drop?.quietHours ?? 24 };
}
