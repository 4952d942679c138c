/** The one stylesheet of the bank's pages. */
export const bankCss = `
:root {
  color-scheme: light dark;
  --paper: #f6f7fa;
  --sheet: #ffffff;
  --ink: #16202e;
  --quiet: #56606e;
  --line: #d5dae2;
  --main: #1c4f8f;
  --on-main: #ffffff;
  --note: #fdf0d5;
  --on-note: #553500;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #10151d;
    --sheet: #1a212c;
    --ink: #e9edf3;
    --quiet: #a5afbd;
    --line: #36404f;
    --main: #9cc3f5;
    --on-main: #0c1a2b;
    --note: #3d2f10;
    --on-note: #ffe2a6;
  }
}
* {
  box-sizing: border-box;
}
body {
  margin: 0;
  font:
    16px/1.5 system-ui,
    sans-serif;
  color: var(--ink);
  background: var(--paper);
}
.band {
  margin: 0;
  padding: 8px 16px;
  text-align: center;
  background: var(--note);
  color: var(--on-note);
}
main {
  max-width: 30rem;
  margin: 32px auto;
  padding: 24px;
  background: var(--sheet);
  border: 1px solid var(--line);
  border-radius: 8px;
}
main.wide {
  max-width: 72rem;
}
h1 {
  font-size: 1.25rem;
  margin: 24px 0 12px;
}
h2 {
  font-size: 1rem;
  margin: 24px 0 8px;
}
header p {
  margin: 0;
}
.amount {
  font-size: 2rem;
  font-weight: 600;
  font-variant-numeric: tabular-nums;
}
.order,
.to {
  color: var(--quiet);
}
.note {
  padding: 12px;
  background: var(--note);
  color: var(--on-note);
  border-radius: 6px;
}
.choices {
  display: grid;
  gap: 8px;
  margin-bottom: 16px;
}
button,
a.button {
  display: block;
  width: 100%;
  min-height: 44px;
  padding: 10px 16px;
  font: inherit;
  text-align: left;
  text-decoration: none;
  color: var(--ink);
  background: transparent;
  border: 1px solid var(--quiet);
  border-radius: 6px;
  cursor: pointer;
}
button.main,
a.button.main {
  color: var(--on-main);
  background: var(--main);
  border-color: var(--main);
}
button.quiet {
  color: var(--quiet);
  border-color: transparent;
  text-decoration: underline;
}
button:focus-visible,
a:focus-visible,
.scroll:focus-visible {
  outline: 2px solid var(--main);
  outline-offset: 2px;
}
.row {
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
}
.scroll {
  overflow-x: auto;
}
table {
  width: 100%;
  border-collapse: collapse;
  font-size: 14px;
}
th,
td {
  padding: 6px 8px;
  text-align: left;
  border-bottom: 1px solid var(--line);
  white-space: nowrap;
}
.fields {
  display: flex;
  flex-wrap: wrap;
  align-items: end;
  gap: 8px;
  margin-block: 8px;
}
.fields label {
  display: grid;
  gap: 4px;
}
.fields button,
.row button {
  width: auto;
}
input,
select {
  min-height: 44px;
  padding: 8px;
  font: inherit;
  color: var(--ink);
  background: var(--sheet);
  border: 1px solid var(--quiet);
  border-radius: 6px;
}
.key {
  max-width: 40rem;
  white-space: normal;
  overflow-wrap: anywhere;
}
td.figure {
  text-align: right;
  font-variant-numeric: tabular-nums;
}
`;
