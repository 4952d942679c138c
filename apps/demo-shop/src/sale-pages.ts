import { type Html, html } from '@toonbank/primitives';
import { readCart } from './cart';
import { isSettled, type SaleState } from './checkout';
import { type Mark, mark, picture } from './pictures';
import { soldLines } from './pages';
import type { Sale } from './sales';
import { amountText, type Words } from './words';

const markOf: Readonly<Record<SaleState, Mark>> = {
  ...{ paid: 'done', cancelled: 'over', expired: 'over', refused: 'over' },
  ...{ confirming: 'wait', open: 'wait', unknown: 'ask', unreachable: 'ask' },
};

/**
 * How a sale stands. The script asks for this page again until `data-settled` and puts the new section
 * in the place of the old; without a script there is the link.
 */
export function salePage(words: Words, sale: Sale, state: SaleState): Html {
  const { language } = words;
  const cart = readCart(sale.cart);
  const isOver = isSettled(state);
  const { title, more } = words.states[state];
  return html`<section id="sale" class="sale ${state}" data-settled="${String(isOver)}">
      <div aria-live="polite" aria-atomic="true" class="told">
        ${mark(markOf[state])}
        <h1>${title}</h1>
        <p>${more}</p>
      </div>
      ${act(words, sale, state)}
      ${
        !isOver &&
        html`<p class="small">
          <a href="/${language}/orders/${sale.number}">${words.refresh}</a>
          <span class="watching" hidden>${words.watching}</span>
        </p>`
      }
    </section>
    <section class="receipt">
      <h2>${words.order}</h2>
      <p>${words.number} <strong class="number">${sale.number}</strong></p>
      ${soldLines(words, cart)}
      <p class="total">
        <span>${words.total}</span> <strong>${amountText(sale.cents, language)}</strong>
      </p>
      <p class="plate">${cart.slice(0, 3).map(({ good }) => picture(good))}</p>
    </section>
    <p><a href="/${language}/">${words.toShop}</a></p>`;
}

function act(words: Words, sale: Sale, state: SaleState): Html | null {
  switch (state) {
    case 'cancelled':
    case 'expired':
    case 'refused':
      return html`<p>
        <a class="button" href="/${words.language}/checkout">${words.again}</a>
      </p>`;
    case 'open':
    case 'unknown':
      return payForm(words, sale, words.goOn);
    case 'paid':
    case 'confirming':
    case 'unreachable':
      return null;
  }
}

/** Sends the same sale again; the same number makes it the same order. */
function payForm(words: Words, { number, cents, brand }: Sale, name: string): Html {
  return html`<form method="post" action="/${words.language}/pay">
    <input type="hidden" name="number" value="${number}" />
    <input type="hidden" name="cents" value="${cents}" />
    <input type="hidden" name="brand" value="${brand ?? ''}" />
    <button>${name}</button>
  </form>`;
}

/** Toonbank or the bank could not be reached, or does not know: nothing is lost, and here is the way on. */
export function downPage(words: Words, sale: Sale): Html {
  return html`${told(words, 'down')} ${payForm(words, sale, words.goOn)}`;
}

export function refusedPage(words: Words): Html {
  return html`${told(words, 'refused')}
    <p><a class="button" href="/${words.language}/checkout">${words.again}</a></p>`;
}

/** A page that has nothing to show but a sentence and the way back. */
export function toldPage(words: Words, what: 'notGenuine' | 'lost' | 'broken'): Html {
  return html`${told(words, what)}
    <p><a class="button" href="/${words.language}/">${words.toShop}</a></p>`;
}

function told(words: Words, what: 'down' | 'refused' | 'notGenuine' | 'lost' | 'broken'): Html {
  return html`<div class="told">
    ${mark(what === 'down' || what === 'broken' ? 'ask' : 'over')}
    <h1>${words[what].title}</h1>
    <p>${words[what].more}</p>
  </div>`;
}
