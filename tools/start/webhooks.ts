import type { Addresses } from './addresses.ts';

interface Webshop {
  readonly id: string;
  readonly webhookUrl?: string | null;
}

/**
 * A start may get another port than the one before, but the emulated bank knows where it pinged last
 * time: a human would tell it the new address, so we do.
 */
export async function moveWebhooks({ bank, portal }: Addresses): Promise<void> {
  const webshops = (await (await fetch(`${bank}/control/webshops`)).json()) as Webshop[];
  for (const { id, webhookUrl } of webshops) {
    const moved = movedTo(webhookUrl, portal);
    if (!moved) continue;
    await fetch(`${bank}/control/webshops/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ webhookUrl: moved }),
    });
  }
}

/** The same address at the portal's present origin; `undefined` when it needs no change or is not ours. */
export function movedTo(webhookUrl: string | null | undefined, portal: string): string | undefined {
  if (!webhookUrl) return undefined;
  const { hostname, pathname, origin } = new URL(webhookUrl);
  const isOurs = hostname === 'localhost' && pathname.startsWith('/in/');
  return isOurs && origin !== portal ? portal + pathname : undefined;
}
