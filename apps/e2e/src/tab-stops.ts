import type { Page } from 'playwright-core';

/** Where Tab came to rest. */
export interface Stop {
  /** Of what part of the page it is. */
  readonly part: 'skip' | 'side' | 'top' | 'main' | 'elsewhere';
  readonly name: string;
  /** What is wrong with how it is seen; null when nothing is. */
  readonly fault: string | null;
}

/** More presses than any page has places to rest: who needs more is trapped. */
const mostStops = 500;

/**
 * Marks each place of the main part where somebody with a mouse could click or type, and answers how
 * many there are. Of radio buttons one a group: arrows lead to the others.
 */
const markAll = `(() => {
  const reachable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const groups = new Set();
  const all = [...document.querySelectorAll('main ' + reachable.split(', ').join(', main '))].filter(
    (it) => {
      if (it.disabled || it.tabIndex < 0 || !it.checkVisibility({ visibilityProperty: true })) return false;
      if (it.type !== 'radio') return true;
      const isFirst = !groups.has(it.name);
      groups.add(it.name);
      return isFirst;
    },
  );
  all.forEach((it) => it.setAttribute('data-to-reach', it.type === 'radio' ? it.name : ''));
  return all.length;
})()`;

const nameOf = `(it) =>
  (it.tagName.toLowerCase() + ' ' + (it.getAttribute('aria-label') ?? it.innerText ?? it.name ?? ''))
    .replace(/\\s+/g, ' ')
    .trim()
    .slice(0, 60)`;

/** Looks at what has the focus, and takes its mark off. Null: the end of the page. */
const look = `(() => {
  const it = document.activeElement;
  if (!it || it === document.body || it === document.documentElement) return null;
  it.removeAttribute('data-to-reach');
  if (it.type === 'radio') {
    document.querySelectorAll('[data-to-reach="' + CSS.escape(it.name) + '"]').forEach((other) => other.removeAttribute('data-to-reach'));
  }
  const part = it.matches('.skip') ? 'skip'
    : it.closest('.side, .tabs') ? 'side'
    : it.closest('.top, .house') ? 'top'
    : it.closest('main') ? 'main' : 'elsewhere';
  const seen = (one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  };
  // A file is chosen by its label: the field itself takes no room.
  const label = it.type === 'file' && it.labels?.[0];
  const box = (label || it).getBoundingClientRect();
  const spots = [[0.5, 0.5], [0.05, 0.5], [0.95, 0.5], [0.5, 0.1], [0.5, 0.9]];
  const isOnTop = spots.some(([x, y]) => {
    const found = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return !!found && (it.contains(found) || found.contains(it) || !!it.labels?.length && [...it.labels].some((l) => l.contains(found)));
  });
  const covered = spots.map(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y)).find(Boolean);
  const fault = !seen(it) && !(it.parentElement && seen(it.parentElement)) ? 'its focus is not seen'
    : box.width < 2 || box.height < 2 ? 'it has the focus and is not there'
    : !isOnTop ? 'it is behind ' + (covered ? covered.tagName + '.' + covered.className : 'the edge')
    : null;
  return { part, name: (${nameOf})(it), fault };
})()`;

const missed = `[...document.querySelectorAll('[data-to-reach]')].map(${nameOf})`;

/** Walks a page with Tab alone, from its beginning to its end. */
export async function tabThrough(
  page: Page,
): Promise<{ stops: Stop[]; missed: string[]; isTrapped: boolean }> {
  await page.evaluate('document.activeElement?.blur(); scrollTo(0, 0)');
  await page.evaluate(markAll);
  const stops: Stop[] = [];
  let isTrapped = true;
  for (let press = 0; press < mostStops; press++) {
    await page.keyboard.press('Tab');
    const stop = (await page.evaluate(look)) as Stop | null;
    if (!stop) {
      isTrapped = false;
      break;
    }
    stops.push(stop);
  }
  return { stops, missed: (await page.evaluate(missed)) as string[], isTrapped };
}
