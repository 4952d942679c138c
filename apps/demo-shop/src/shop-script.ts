/**
 * The one script: it keeps the page of a sale up to date until the sale is settled, asking less and
 * less often, and not while nobody looks. Everything works without it.
 */
export const shopScript = `
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const seen = () =>
  document.visibilityState === 'visible'
    ? Promise.resolve()
    : new Promise((resolve) => addEventListener('visibilitychange', resolve, { once: true }));

async function fresh() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return answer.ok ? page : null;
}

function show(page) {
  const now = document.querySelector('#sale');
  const next = page.querySelector('#sale');
  if (!next || next.className === now.className) return;
  // The live region stays, so that a change of its content is read out.
  now.querySelector('.told').replaceChildren(...next.querySelector('.told').childNodes);
  next.querySelector('.told').replaceWith(now.querySelector('.told'));
  now.replaceWith(next);
  document.querySelector('.cart').replaceWith(page.querySelector('.cart'));
  document.title = page.title;
}

async function watch() {
  for (let ms = 1500; ; ms = Math.min(ms * 1.3, 15000)) {
    const sale = document.querySelector('#sale');
    if (!sale || sale.dataset.settled === 'true') return;
    const watching = sale.querySelector('.watching');
    if (watching) watching.hidden = false;
    await wait(ms);
    await seen();
    const page = await fresh().catch(() => null);
    if (page) show(page);
  }
}
watch();

// A click has happened, and the bank may take a moment: say so, and forget it when the page comes back.
addEventListener('submit', ({ target }) => target.classList.add('busy'));
addEventListener('pageshow', () =>
  document.querySelectorAll('.busy').forEach((form) => form.classList.remove('busy')));
`;
