import { type Html, html } from '@toonbank/primitives';
import { type Cart, type Line, most, total } from './cart';
import { type Brand, brands } from './checkout';
import type { Visit } from './frame';
import { goods, type Good } from './goods';
import { picture } from './pictures';
import { amountText, type Words } from './words';

/** The front of the shop. */
export function goodsPage({ words }: Visit, added: Good | undefined): Html {
  const { language } = words;
  const card = (good: Good) =>
    html`<li class="good">
      ${picture(good)}
      <h3>${good.name[language]}</h3>
      <p class="about">${good.about[language]}</p>
      <p class="price">
        <strong>${amountText(good.cents, language)}</strong> <span>${good.weight}</span>
      </p>
      <form method="post" action="/${language}/cart">
        <input type="hidden" name="add" value="${good.id}" />
        <button aria-label="${words.add}: ${good.name[language]}">${words.add}</button>
      </form>
    </li>`;
  return html`${
      added &&
      html`<p class="note" role="status">
        ${added.name[language]}: ${words.added} <a href="/${language}/cart">${words.cart}</a>
      </p>`
    }
    <section class="hero">
      <h1>${words.slogan}</h1>
      <p>${words.sloganMore}</p>
    </section>
    <h2>${words.goods}</h2>
    <ul class="goods">
      ${goods.map(card)}
    </ul>`;
}

export function cartPage({ words, cart }: Visit): Html {
  const { language } = words;
  const back = html`<p><a href="/${language}/">${words.toShop}</a></p>`;
  if (cart.length === 0) {
    return html`<h1>${words.cart}</h1>
      <p>${words.empty}</p>
      ${back}`;
  }
  return html`<h1>${words.cart}</h1>
    <ul class="lines">
      ${cart.map((line) => cartLine(words, line))}
    </ul>
    ${sums(words, cart)}
    <p><a class="button" href="/${language}/checkout">${words.checkout}</a></p>
    ${back}`;
}

function cartLine(words: Words, { good, quantity }: Line): Html {
  const { language } = words;
  const name = good.name[language];
  return html`<li>
    ${picture(good)}
    <div class="what">
      <strong>${name}</strong>
      <span>${amountText(good.cents, language)} ${words.each}</span>
    </div>
    <form method="post" action="/${language}/cart" class="amount">
      <input type="hidden" name="set" value="${good.id}" />
      <label for="n-${good.id}">${words.quantity}<span class="unseen">: ${name}</span></label>
      <input
        id="n-${good.id}"
        name="quantity"
        type="number"
        inputmode="numeric"
        min="0"
        max="${most}"
        value="${quantity}"
      />
      <button class="quiet" aria-label="${words.change}: ${name}">${words.change}</button>
      <button class="quiet" name="quantity" value="0" aria-label="${words.remove}: ${name}">
        ${words.remove}
      </button>
    </form>
    <strong class="sum">${amountText(good.cents * quantity, language)}</strong>
  </li>`;
}

function sums(words: Words, cart: Cart): Html {
  return html`<dl class="sums">
    <div>
      <dt>${words.delivery}</dt>
      <dd>${words.free}</dd>
    </div>
    <div class="total">
      <dt>${words.total} <small>${words.vat}</small></dt>
      <dd>${amountText(total(cart), words.language)}</dd>
    </div>
  </dl>`;
}

/** Ways to pay as words: who may show their logos is for the bank to say. */
function nameOf(brand: Brand, words: Words): string {
  const names = { IDEAL: 'iDEAL', BANCONTACT: 'Bancontact', PAYPAL: 'PayPal' };
  return { ...names, CARDS: words.card, '': words.atTheBank }[brand];
}

/** `number` is made for this page: sent twice, it is one sale. */
export function checkoutPage({ words, cart }: Visit, number: string, changed: boolean): Html {
  const { language } = words;
  const choice = (brand: Brand) =>
    html`<label class="choice"
      ><input type="radio" name="brand" value="${brand}" ${brand === '' && html`checked`} />
      <span>${nameOf(brand, words)}</span></label
    >`;
  return html`<h1>${words.checkout}</h1>
    ${changed && html`<p class="note" role="alert">${words.changed}</p>`}
    <h2>${words.order}</h2>
    ${soldLines(words, cart)} ${sums(words, cart)}
    <form method="post" action="/${language}/pay" class="pay">
      <input type="hidden" name="number" value="${number}" />
      <input type="hidden" name="cents" value="${total(cart)}" />
      <fieldset>
        <legend>${words.how}</legend>
        ${brands.map(choice)}
      </fieldset>
      <p class="small">${words.noAccount}</p>
      <button>${words.pay(amountText(total(cart), language))}</button>
    </form>
    <p><a href="/${language}/cart">${words.back}</a></p>`;
}

/** What was or will be sold, to read only. */
export function soldLines({ language }: Words, cart: Cart): Html {
  const line = ({ good, quantity }: Line) =>
    html`<li>
      <span>${quantity} × ${good.name[language]}</span>
      <span>${amountText(good.cents * quantity, language)}</span>
    </li>`;
  return html`<ul class="sold">
    ${cart.map(line)}
  </ul>`;
}
