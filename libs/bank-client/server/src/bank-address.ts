const infix = 'omnikassa-api';

/**
 * Full address of a call below the bank's infix. The old hosts carry the infix in their base address,
 * the new ones do not; adding it twice is a well-known mistake.
 */
export function bankAddress(base: string, path: string): string {
  const trimmed = base.replace(/\/+$/, '');
  const last = trimmed.split('/').at(-1) ?? '';
  const root = last === infix || last === `${infix}-sandbox` ? trimmed : `${trimmed}/${infix}`;
  return `${root}/${path}`;
}
