import { Marked, type Token, type Tokens } from 'marked';
import { renderer } from './guide-renderer';

/** The few words that rendering needs. */
export interface Renders {
  /** Before the number of a source, for screen readers. */
  readonly source: string;
}

/** One part of a page, under its heading. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

/** Where a fact comes from. */
export interface Note {
  readonly id: string;
  readonly number: number;
  readonly html: string;
}

/** A page of the guide, ready to be shown; its HTML still has to pass Angular's sanitizer. */
export interface Guide {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly Section[];
  readonly notes: readonly Note[];
}

const noteLine = /^\[\^(\w+)\]:[ \t]*(.*)$/gm;

/** Reads a page: a title, what comes before the first section, sections, and the sources at its foot. */
export function readGuide(markdown: string, words: Renders): Guide {
  const body = markdown.replaceAll(noteLine, '');
  const sources = new Map(
    [...markdown.matchAll(noteLine)].map(([, id = '', text = '']) => [id, text] as const),
  );
  const ids = [...new Set([...body.matchAll(/\[\^(\w+)\]/g)].map(([, id = '']) => id))];
  // Numbered as they come up in the text.
  const used = ids.filter((id) => sources.has(id));
  const numbers = new Map(used.map((id, index) => [id, index + 1]));
  const marked = new Marked({ gfm: true, renderer, extensions: [noteMark(numbers, words)] });
  const tokens = marked.lexer(body);
  const [lead = [], ...parts] = split(tokens);
  const html = (some: readonly Token[]) => marked.parser([...some]);
  return {
    title: lead.find(isHeading)?.text ?? '',
    lead: html(lead.filter((token) => !isHeading(token))),
    sections: parts.map(([heading, ...rest]) => {
      const title = (heading as Tokens.Heading).text;
      return { id: slug(title), title, html: html(rest) };
    }),
    notes: used.map((id, index) => ({
      id,
      number: index + 1,
      html: marked.parseInline(sources.get(id) ?? '') as string,
    })),
  };
}

/** The name of a heading in an address: `#waar-ze-staan`. */
export function slug(title: string): string {
  return title
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .trim()
    .replaceAll(/[\s-]+/g, '-');
}

const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading';

/** Before the first section, and then section by section. */
function split(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (isHeading(token) && token.depth === 2) parts.push([]);
    parts.at(-1)?.push(token);
  }
  return parts;
}

/** `[^s3]`: a small number that leads to the source, as GitHub shows it. */
function noteMark(numbers: ReadonlyMap<string, number>, { source }: Renders) {
  return {
    name: 'note',
    level: 'inline' as const,
    start: (text: string) => text.indexOf('[^'),
    tokenizer: (text: string) => {
      const [raw, id] = /^\[\^(\w+)\]/.exec(text) ?? [];
      return raw && id && numbers.has(id) ? { type: 'note', raw, id } : undefined;
    },
    renderer: ({ id }: Tokens.Generic) => {
      const number = numbers.get(id as string);
      return `<sup><a href="#source-${number}" aria-label="${source} ${number}">${number}</a></sup>`;
    },
  };
}
