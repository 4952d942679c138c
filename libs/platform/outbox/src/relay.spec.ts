import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RelayRoom } from './relay.testing';

let room: RelayRoom;
beforeAll(async () => (room = await RelayRoom.open()));
afterAll(() => room.close());
afterEach(async () => {
  room.left.isDeaf = false;
  room.clock.advance({ hours: 2 });
  await room.round();
  room.left.heard.length = 0;
  room.right.heard.length = 0;
});

async function ring(...tones: string[]): Promise<void> {
  for (const tone of tones) await room.work.run(room.scope, (tx) => room.ring(tx, tone));
}

describe('the relay of the outbox', () => {
  it('brings what happened to everybody who hears it, once and in order', async () => {
    await ring('do', 're', 'mi');
    await room.round();
    await room.round();
    expect(room.left.heard).toEqual(['do', 're', 'mi']);
    expect(room.right.heard).toEqual(['do', 're', 'mi']);
  });

  it('brings nothing of what did not happen after all', async () => {
    const gone = room.work.run(room.scope, async (tx) => {
      await room.ring(tx, 'do');
      throw new Error('rolled back');
    });
    await expect(gone).rejects.toThrow('rolled back');
    expect(await room.round()).toBe(0);
    expect(room.left.heard).toEqual([]);
  });

  it('lets one that cannot hear keep nobody else waiting, and comes back to it', async () => {
    room.left.isDeaf = true;
    await ring('do');
    await room.round();
    expect(room.right.heard).toEqual(['do']);
    room.left.isDeaf = false;
    await room.round();
    expect(room.left.heard).toEqual([]);
    room.clock.advance({ seconds: 2 });
    await room.round();
    expect(room.left.heard).toEqual(['do']);
    expect(room.right.heard).toEqual(['do']);
  });

  it('tells nobody twice after a crash between telling and noting it', async () => {
    await ring('do');
    await room.round();
    await room.forgetThatAllIsTold();
    await room.round();
    expect(room.left.heard).toEqual(['do']);
  });

  it('tells nobody twice when two workers go round at once', async () => {
    await ring('do', 're');
    await Promise.all([room.round(), room.round(), room.round()]);
    expect(room.left.heard.toSorted()).toEqual(['do', 're']);
  });
});
