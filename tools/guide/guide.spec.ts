import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const languages = ['nl', 'en'] as const;
type Language = (typeof languages)[number];

const folder = (language: Language) => join(root, 'docs', 'guide', language);
const text = (language: Language, page: string) =>
  readFileSync(join(folder(language), `${page}.md`), 'utf8');
const pages = readdirSync(folder('nl')).map((file) => basename(file, '.md'));
const source = (path: string) => readFileSync(join(root, path), 'utf8');
const headings = (markdown: string) =>
  [...markdown.matchAll(/^(#+) .+$/gm)].map(([, depth]) => depth);
const all = languages.flatMap((language) => pages.map((page) => ({ language, page })));

describe('the guide', () => {
  it('has the same pages in both languages, and the portal knows each of them', () => {
    expect(readdirSync(folder('en')).map((file) => basename(file, '.md'))).toEqual(pages);
    const known = source('libs/guide/portal/src/guide-pages.ts');
    const listed = /guidePages = \[([^\]]+)\]/.exec(known)?.[1] ?? '';
    expect([...listed.matchAll(/'([^']+)'/g)].map(([, page]) => page).sort()).toEqual(pages);
    for (const { language, page } of all) expect(known).toContain(`/${language}/${page}.md`);
  });

  it.each(pages)('%s has the same headings in both languages, as many and as deep', (page) => {
    expect(headings(text('en', page))).toEqual(headings(text('nl', page)));
  });

  it.each(pages)('%s names the same sources in both languages', (page) => {
    const marks = (language: Language) =>
      [...text(language, page).matchAll(/\[\^(\w+)\]/g)].map(([, id]) => id).sort();
    expect(marks('en')).toEqual(marks('nl'));
  });

  it.each(all)('$language/$page has a source for every mark, and a mark for every source', (it) => {
    const markdown = text(it.language, it.page);
    const written = [...markdown.matchAll(/^\[\^(\w+)\]:/gm)].map(([, id]) => id);
    const used = [...markdown.matchAll(/\[\^(\w+)\](?!:)/g)].map(([, id]) => id);
    expect([...new Set(used)].sort()).toEqual([...written].sort());
  });

  it.each(all)('$language/$page links to pages that are there, and else out by https', (it) => {
    const targets = [...text(it.language, it.page).matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to!);
    const isGood = (to: string) =>
      to.startsWith('https://') || pages.some((page) => to === `${page}.md`);
    expect(targets.filter((to) => !isGood(to))).toEqual([]);
  });

  it.each(all)('$language/$page is called in the portal what it is called itself', (it) => {
    const words = source(`libs/guide/portal/src/words/${it.language}.ts`);
    const title = /^# (.+)$/m.exec(text(it.language, it.page))?.[1];
    const name = new RegExp(`^\\s+'?${it.page}'?: '(.+)',$`, 'm').exec(words.split('pages: {')[1]!);
    expect(name?.[1]).toBe(title);
  });

  it("is where the portal's routes say it is", () => {
    const files = globSync('{apps/portal,libs/*/portal}/src/**/*.ts', { cwd: root });
    const named = files.flatMap((file) =>
      [...source(file).matchAll(/help: '([^']+)'/g)].map(([, page]) => page!),
    );
    // Routes say pages, the dictionaries say words: those have capitals or spaces.
    const said = named.filter((page) => /^[a-z-]+$/.test(page));
    expect(said).toContain('orders');
    expect(said.filter((page) => !pages.includes(page))).toEqual([]);
  });
});
