import { type Html, html } from '@toonbank/primitives';
import { type Cart, pieces } from './cart';
import type { Words } from './words';

/** Who looks at a page: in which language, at which address, with what in the cart. */
export interface Visit {
  readonly words: Words;
  /** The address behind the language: `cart`, `orders/K123`. */
  readonly at: string;
  readonly cart: Cart;
}

/** What every page of the shop has around it. */
export function frame({ words, at, cart }: Visit, title: string, main: Html): string {
  const { language, other } = words;
  const count = pieces(cart);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${words.shop}</title>
        <link rel="icon" href="/shop.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/shop.css" />
        <script src="/shop.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        <header>
          <p class="demo" role="note">${words.demo}</p>
          <div class="top">
            <a class="brand" href="/${language}/"
              ><img src="/shop.svg" alt="" width="30" height="30" />${words.shop}</a
            >
            <nav>
              <a
                href="/${other.language}/${at}"
                lang="${other.language}"
                hreflang="${other.language}"
                aria-label="${other.language.toUpperCase()}, ${other.name}"
                >${other.language.toUpperCase()}</a
              >
              <a class="cart" href="/${language}/cart" aria-label="${words.cartOf(count)}"
                >${words.cart} <span class="count">${count}</span></a
              >
            </nav>
          </div>
        </header>
        <main id="main">${main}</main>
      </body>
    </html>`.text;
}
