import { beforeEach, describe, expect, it } from 'vitest';
import { PageTrail } from './page-trail';

beforeEach(() => sessionStorage.clear());

describe('the trail of pages', () => {
  it('knows what came before, also after a reload', () => {
    const trail = new PageTrail();
    trail.note('second', null);
    trail.note('third', 'second');
    const reloaded = new PageTrail();
    expect(reloaded.before('third')).toBe('second');
    expect(reloaded.before('second')).toBeNull();
    expect(reloaded.before('of a colleague')).toBeUndefined();
  });

  it.each(['nonsense', '{}', '[1]', '[["a", 1]]'])('starts anew when it finds %s', (text) => {
    sessionStorage.setItem('tb-pages', text);
    expect(new PageTrail().before('a')).toBeUndefined();
  });

  it('forgets the oldest', () => {
    const trail = new PageTrail();
    for (let page = 0; page < 201; page++) trail.note(`${page}`, null);
    expect(trail.before('0')).toBeUndefined();
    expect(trail.before('200')).toBeNull();
  });
});
