import type { Software, WebshopEnvironment } from '@toonbank/shop/contract';
import type { StateLook } from '@toonbank/ui/look';

export type Readiness = 'ready' | 'noKeys' | 'noPoi' | 'atBank' | 'unused';

/** How a webshop environment's readiness looks. */
export const readinessLooks: Readonly<Record<Readiness, StateLook>> = {
  ready: { icon: 'circle-check', tone: 'ok' },
  noKeys: { icon: 'key-round', tone: 'warn' },
  noPoi: { icon: 'triangle-alert', tone: 'warn' },
  atBank: { icon: 'landmark', tone: 'info' },
  unused: { icon: 'circle-dashed', tone: 'plain' },
};

/** How far a webshop is in one environment. */
export function readinessOf(
  environment: WebshopEnvironment | undefined,
): StateLook & { readonly word: Readiness } {
  const word = wordOf(environment);
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

/** The software of a webshop, given the word for an own build. */
export function softwareText(software: Software | null, ownBuild: string): string {
  if (!software) return '–';
  return software.kind === 'own-build' ? ownBuild : software.name;
}
