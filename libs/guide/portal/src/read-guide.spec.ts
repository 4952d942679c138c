import { readGuide, slug } from './read-guide';

const page = `# Keys

Two of them.[^b]

## Where they are

| menu | path |
| --- | --- |
| Beheer | Beheer › Webwinkels |

See [the webhook](webhook.md#wanneer) and [the bank](https://bank.example/?a=1&b=2).[^a]

- [ ] Done

[^a]: First written.
[^b]: First used, with a [link](orders.md).
`;

describe('a page of the guide', () => {
  const guide = readGuide(page, { source: 'source' });

  it('has a title, a lead and sections with names for addresses', () => {
    expect(guide.title).toBe('Keys');
    expect(guide.lead).toContain('Two of them.');
    expect(guide.sections.map(({ id, title }) => [id, title])).toEqual([
      ['where-they-are', 'Where they are'],
    ]);
  });

  it('numbers its sources as they come up', () => {
    expect(guide.notes.map(({ number, html }) => [number, html])).toEqual([
      [1, 'First used, with a <a href="/help/orders">link</a>.'],
      [2, 'First written.'],
    ]);
    expect(guide.lead).toContain('<sup><a href="#source-1" aria-label="source 1">1</a></sup>');
  });

  it('links to its other pages inside, and to others outside', () => {
    const html = guide.sections[0]?.html;
    expect(html).toContain('<a href="/help/webhook#wanneer">the webhook</a>');
    expect(html).toContain('href="https://bank.example/?a=1&amp;b=2" rel="noreferrer"');
  });

  it('names the column in each cell, for narrow screens', () => {
    const html = guide.sections[0]?.html;
    expect(html).toContain('<th scope="row">Beheer</th>');
    expect(html).toContain('<td><span class="col">path</span>Beheer › Webwinkels</td>');
  });

  it('draws what is to be ticked off without a control that does nothing', () => {
    expect(guide.sections[0]?.html).toContain('<li class="task">');
    expect(guide.sections[0]?.html).not.toContain('<input');
  });
});

it.each([
  ['Eén, twee: drie', 'een-twee-drie'],
  ['5001: de sleutel klopt niet', '5001-de-sleutel-klopt-niet'],
])('makes of "%s" the address %s', (title, id) => {
  expect(slug(title)).toBe(id);
});
