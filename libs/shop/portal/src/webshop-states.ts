import type { Software, WebshopEnding, WebshopEnvironment } from '@toonbank/shop/contract';
import type { StateLook } from '@toonbank/ui/look';

export type Readiness = 'ready' | 'noKeys' | 'noPoi' | 'atBank' | 'unused' | 'ended';

/** How a webshop environment's readiness looks. */
export const readinessLooks: Readonly<Record<Readiness, StateLook>> = {
  ready: { icon: 'circle-check', tone: 'ok' },
  noKeys: { icon: 'key-round', tone: 'warn' },
  noPoi: { icon: 'triangle-alert', tone: 'warn' },
  atBank: { icon: 'landmark', tone: 'info' },
  unused: { icon: 'circle-dashed', tone: 'plain' },
  ended: { icon: 'ban', tone: 'plain' },
};

/** How far a webshop is in one environment; one that has ended is nothing else. */
export function readinessOf(
  environment: WebshopEnvironment | undefined,
  ending: WebshopEnding | null | undefined,
): StateLook & { readonly word: Readiness } {
  const word = ending?.ended ? 'ended' : wordOf(environment);
  return { ...readinessLooks[word], word };
}

function wordOf(environment: WebshopEnvironment | undefined): Readiness {
  if (!environment) return 'unused';
  const { poiId, keysProvenAt, added } = environment;
  if (poiId && keysProvenAt) return 'ready';
  if (keysProvenAt) return 'noPoi';
  if (poiId) return 'noKeys';
  return added ? 'atBank' : 'unused';
}

export type EndingState = 'none' | 'ending' | 'ended';

export const endingLooks: Readonly<Record<EndingState, StateLook>> = {
  none: { icon: 'circle-check', tone: 'ok' },
  ending: { icon: 'calendar', tone: 'warn' },
  ended: { icon: 'ban', tone: 'plain' },
};

export function endingStateOf(ending: WebshopEnding | null): EndingState {
  if (!ending) return 'none';
  return ending.ended ? 'ended' : 'ending';
}

/** The software of a webshop, given the word for an own build. */
export function softwareText(software: Software | null, ownBuild: string): string {
  if (!software) return '–';
  return software.kind === 'own-build' ? ownBuild : software.name;
}
