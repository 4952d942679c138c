import type { Parser, RendererObject, Tokens } from 'marked';

interface Rendering {
  readonly parser: Parser;
}

/** `orders.md` is another page of the guide; an address with a host leads out. */
function link(this: Rendering, { href, tokens }: Tokens.Link): string {
  const text = this.parser.parseInline(tokens);
  const [, page, rest = ''] = /^([a-z-]+)\.md(#.*)?$/.exec(href) ?? [];
  if (page) return `<a href="/help/${page}${rest}">${text}</a>`;
  const isOut = /^https:\/\//.test(href);
  return `<a href="${escaped(href)}"${isOut ? ' rel="noreferrer" target="_blank"' : ''}>${text}</a>`;
}

/** Each cell repeats the name of its column: a narrow screen shows a row as a block. */
function table(this: Rendering, { header, rows }: Tokens.Table): string {
  const names = header.map(({ tokens }) => this.parser.parseInline(tokens));
  const cell = ({ tokens }: Tokens.TableCell, column: number) => {
    const text = this.parser.parseInline(tokens);
    if (column === 0) return `<th scope="row">${text}</th>`;
    const name = names[column] ? `<span class="col">${names[column]}</span>` : '';
    return `<td>${name}${text}</td>`;
  };
  const head = names.map((name) => (name ? `<th scope="col">${name}</th>` : '<td></td>'));
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`);
  return `<table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function listitem(this: Rendering, { tokens, task }: Tokens.ListItem): string {
  return `<li${task ? ' class="task"' : ''}>${this.parser.parse(tokens)}</li>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** How Markdown becomes the house's HTML. No styles, scripts or ids: the sanitizer takes them out. */
export const renderer: RendererObject = { link, table, listitem, checkbox: () => '' };
