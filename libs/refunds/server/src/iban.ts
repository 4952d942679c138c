/** How account numbers of a country go on behind its two letters and the two check digits (ISO 13616). */
const forms: Readonly<Record<string, string>> = {
  ...{ AD: '8n12c', AE: '19n', AL: '8n16c', AT: '16n', BA: '16n', BE: '12n', BG: '4a6n8c' },
  ...{ CH: '5n12c', CY: '8n16c', CZ: '20n', DE: '18n', DK: '14n', EE: '16n', ES: '20n', FI: '14n' },
  ...{ FR: '10n11c2n', GB: '4a14n', GE: '2a16n', GI: '4a15c', GR: '7n16c', HR: '17n', HU: '24n' },
  ...{ IE: '4a14n', IL: '19n', IS: '22n', IT: '1a10n12c', LI: '5n12c', LT: '16n', LU: '3n13c' },
  ...{ LV: '4a13c', MA: '24n', MC: '10n11c2n', MD: '20c', ME: '18n', MK: '3n10c2n' },
  ...{ MT: '4a5n18c', NL: '4a10n', NO: '11n', PL: '24n', PT: '21n', RO: '4a16c', RS: '18n' },
  ...{ SE: '20n', SI: '15n', SK: '20n', SM: '1a10n12c', TN: '20n', TR: '6n16c', UA: '6n19c' },
  ...{ VA: '18n', XK: '16n' },
};
const marks: Readonly<Record<string, string>> = { a: '[A-Z]', c: '[A-Z0-9]', n: '\\d' };

/** One after the other may begin inside the one before, so each is looked for where it could begin. */
const anyNumber = new RegExp(`(?=((?:${Object.entries(forms).map(patternOf).join('|')})))`, 'g');

function patternOf([country, form]: readonly [string, string]): string {
  const rest = form.replace(/(\d+)([acn])/g, (_, count: string, kind: string) => {
    return `${marks[kind]!}{${count}}`;
  });
  return `${country}\\d{2}${rest}`;
}

/**
 * Whether a text holds an account number (IBAN) whose check digits are right, however it is spaced.
 * Nobody's is kept (S33), so where free text is stored it is refused.
 */
export function holdsIban(text: string): boolean {
  const bare = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return [...bare.matchAll(anyNumber)].some(([, number]) => isRight(number!));
}

/** ISO 7064: with the first four behind and letters as 10 to 35 it leaves 1 by 97. */
function isRight(number: string): boolean {
  const turned = number.slice(4) + number.slice(0, 4);
  const digits = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}
