import { describe, expect, it } from 'vitest';
import { graphFaults } from './check-graph.ts';
import { floorIn, projectOf } from './rooms.ts';

const house = new URL('../..', import.meta.url).pathname;
const floor = () => 6;

describe('a public file makes a project', () => {
  it.each([
    [
      'a side of a room',
      'libs/orders/server/src/index.ts',
      'orders-server',
      'room:orders side:server floor:6',
    ],
    [
      'a part of the platform',
      'libs/platform/db/src/index.ts',
      'platform-db',
      'side:platform floor:0',
    ],
    ['a library of its own', 'libs/smart-pay/src/index.ts', 'smart-pay', 'side:smart-pay floor:0'],
  ])('%s', (_, index, name, tags) => {
    const project = projectOf(index, floor);
    expect(project).toEqual({
      name,
      root: index.replace('/src/index.ts', ''),
      tags: tags.split(' '),
    });
  });

  it('and a fourth side of a room is refused', () => {
    expect(() => projectOf('libs/orders/worker/src/index.ts', floor)).toThrow(
      /contract, server, portal/,
    );
  });

  it('and a room without its floor is refused with the way out', () => {
    expect(() => floorIn(house, 'attic')).toThrow(/needs libs\/attic\/room.json/);
  });
});

describe('the graph is at fault', () => {
  const graph = (root: string, tags?: string[]) => ({ nodes: { x: { data: { root, tags } } } });

  it('when a folder of code is no project', () => {
    expect(graphFaults(house, { nodes: {} }, ['apps/x'])).toEqual([
      expect.stringMatching(/^apps\/x is no project/),
    ]);
  });

  it('when a project has no tag that a constraint speaks of: it could import anything', () => {
    const faults = graphFaults(house, graph('apps/x', ['app:x']), ['apps/x']);
    expect(faults).toEqual([expect.stringMatching(/^apps\/x has no tag/)]);
    expect(graphFaults(house, graph('apps/api', ['app:api']), ['apps/api'])).toEqual([]);
  });
});
