/** The one stylesheet of the shop. Phone first. */
export const shopCss = `
:root {
  color-scheme: light;
  --cream: #fffaf0;
  --paper: #ffffff;
  --butter: #fdf0c8;
  --ink: #33240f;
  --quiet: #6a5638;
  --line: #eadfc6;
  --control: #9a8560;
  --rind: #9c3a12;
  --rind-dark: #7d2c0b;
  --good: #2c6a33;
  --bad: #a12a1c;
  --serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'URW Palladio L', Georgia, serif;
}
* { box-sizing: border-box; }
body {
  margin: 0;
  color: var(--ink);
  background: var(--cream);
  font: 17px/1.55 ui-rounded, 'Segoe UI', system-ui, 'Helvetica Neue', sans-serif;
  -webkit-text-size-adjust: 100%;
}
h1, h2, h3, .brand { font-family: var(--serif); line-height: 1.15; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 6vw, 2.5rem); margin: 0 0 0.75rem; }
h2 { font-size: 1.375rem; margin: 2rem 0 1rem; }
h3 { font-size: 1.1875rem; margin: 0; }
a { color: var(--rind-dark); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--rind); outline-offset: 3px; border-radius: 4px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 12px; top: 12px; padding: 8px 12px; background: var(--paper); z-index: 1; }
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.demo {
  margin: 0;
  padding: 6px 16px;
  font-size: 0.875rem;
  text-align: center;
  color: #fff8e6;
  background: var(--ink);
}
.top {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 4px 8px;
  max-width: 66rem;
  margin: 0 auto;
  padding: 12px 16px;
}
.brand {
  display: flex;
  align-items: center;
  gap: 8px;
  min-height: 44px;
  font-size: 1.1875rem;
  font-weight: 700;
  color: var(--ink);
  text-decoration: none;
}
.top nav { display: flex; align-items: center; gap: 8px; }
.top nav a:first-child { justify-content: center; min-width: 44px; }
.top nav a { display: inline-flex; align-items: center; min-height: 44px; color: var(--ink); }
.top .cart {
  gap: 8px;
  padding: 0 8px 0 14px;
  font-weight: 600;
  text-decoration: none;
  background: var(--butter);
  border-radius: 999px;
}
.count {
  min-width: 28px;
  padding: 1px 8px;
  text-align: center;
  color: #fff;
  background: var(--rind);
  border-radius: 999px;
  font-variant-numeric: tabular-nums;
}
main { max-width: 66rem; margin: 0 auto; padding: 8px 16px 64px; }
.hero {
  padding: clamp(24px, 6vw, 56px);
  background: var(--butter);
  border-radius: 24px;
}
.hero h1 { max-width: 16ch; font-size: clamp(2.25rem, 9vw, 3.75rem); }
.hero p { max-width: 34rem; margin: 0; font-size: 1.125rem; }
.note {
  margin: 0 0 16px;
  padding: 12px 16px;
  background: var(--paper);
  border: 1px solid var(--line);
  border-left: 5px solid var(--rind);
  border-radius: 8px;
}
.goods {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
  gap: 16px;
  margin: 0;
  padding: 0;
  list-style: none;
}
.good {
  display: grid;
  grid-template-columns: 7rem 1fr;
  gap: 4px 16px;
  align-content: start;
  padding: 16px;
  background: var(--paper);
  border: 1px solid var(--line);
  border-radius: 20px;
}
.good > * { grid-column: 2; }
.good .picture { grid-column: 1; grid-row: 1 / 4; align-self: start; }
.good form { grid-column: 1 / -1; }
.picture { display: block; width: 100%; height: auto; background: var(--cream); border-radius: 12px; }
.about { margin: 0; color: var(--quiet); }
.price { display: flex; justify-content: space-between; align-items: baseline; margin: 4px 0 8px; }
.price strong { font-size: 1.25rem; font-variant-numeric: tabular-nums; }
.price span, .small, .what span { color: var(--quiet); font-size: 0.9375rem; }
button, .button {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  min-height: 48px;
  padding: 10px 24px;
  font: inherit;
  font-weight: 650;
  text-decoration: none;
  color: #fff;
  background: var(--rind);
  border: 0;
  border-radius: 999px;
  cursor: pointer;
}
button:hover, .button:hover { background: var(--rind-dark); }
.good button, .pay button { width: 100%; }
button.quiet {
  padding: 10px 6px;
  font-weight: 500;
  color: var(--rind-dark);
  background: none;
  text-decoration: underline;
}
form.busy button { opacity: 0.7; cursor: progress; }
.lines, .sold { margin: 0; padding: 0; list-style: none; }
.lines li {
  display: grid;
  grid-template-columns: 72px 1fr auto;
  gap: 4px 16px;
  align-items: center;
  padding: 16px 0;
  border-bottom: 1px solid var(--line);
}
.what { display: grid; }
.lines .amount { grid-column: 1 / -1; grid-row: 2; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; }
.lines label { font-size: 0.9375rem; color: var(--quiet); }
input[type='number'] {
  width: 4.25rem;
  min-height: 44px;
  padding: 6px 10px;
  font: inherit;
  color: inherit;
  background: var(--paper);
  border: 1px solid var(--control);
  border-radius: 10px;
}
.sum, .sums dd, .sold span:last-child, .total strong { font-variant-numeric: tabular-nums; white-space: nowrap; }
.sold li, .sums div, .receipt .total { display: flex; justify-content: space-between; gap: 16px; padding: 6px 0; }
.sums { margin: 16px 0 24px; }
.sums dd { margin: 0; }
.sums .total, .receipt .total {
  margin: 6px 0 0;
  padding-top: 12px;
  font-weight: 700;
  font-size: 1.1875rem;
  border-top: 2px solid var(--ink);
}
.sums small { font-weight: 400; font-size: 0.875rem; color: var(--quiet); }
fieldset { margin: 0; padding: 0; border: 0; }
legend { margin-bottom: 12px; padding: 0; font: 700 1.375rem/1.2 var(--serif); }
.choice {
  display: flex;
  align-items: center;
  gap: 12px;
  min-height: 52px;
  padding: 8px 16px;
  background: var(--paper);
  border: 1px solid var(--control);
  cursor: pointer;
}
.choice + .choice { border-top: 0; }
.choice:first-of-type { border-radius: 14px 14px 0 0; }
.choice:last-of-type { border-radius: 0 0 14px 14px; }
.choice:has(:checked) { background: var(--butter); font-weight: 600; }
.choice input { width: 20px; height: 20px; margin: 0; accent-color: var(--rind); }
.told { margin-top: 16px; }
.mark { width: 64px; height: 64px; margin-bottom: 12px; }
.mark circle { fill: var(--butter); }
.mark path { fill: none; stroke: var(--ink); stroke-width: 2.6; stroke-linecap: round; stroke-linejoin: round; }
.mark.done circle { fill: var(--good); }
.mark.over circle { fill: var(--bad); }
.mark.done path, .mark.over path { stroke: #fff; }
.receipt {
  margin-top: 32px;
  padding: 20px;
  background: var(--paper);
  border: 1px solid var(--line);
  border-radius: 20px;
}
.receipt h2 { margin-top: 0; }
.number { font-family: ui-monospace, 'SF Mono', Menlo, monospace; overflow-wrap: anywhere; }
.plate { display: flex; gap: 8px; margin: 20px 0 0; }
.plate .picture { width: 88px; }
@media (min-width: 40rem) {
  .hero {
    background-image: radial-gradient(circle at 92% 18%, #f8d978 0 60px, transparent 61px),
      radial-gradient(circle at 78% 96%, #f8d978 0 34px, transparent 35px);
  }
  .brand { font-size: 1.375rem; }
  .good { display: flex; flex-direction: column; gap: 6px; }
  .good .picture { margin-bottom: 8px; align-self: stretch; }
  .about { flex: 1; }
}
@media (min-width: 48rem) {
  .lines li { grid-template-columns: 96px 1fr auto 7rem; }
  .lines .amount { grid-column: 3; grid-row: 1; }
  .lines .sum { text-align: right; }
  .pay button { width: auto; min-width: 16rem; }
  main > .sale, main > .receipt, main > .pay, main > .sums, main > .sold, main > .told { max-width: 42rem; }
}
@media (prefers-reduced-motion: no-preference) {
  button, .button { transition: background-color 120ms; }
}
`;
