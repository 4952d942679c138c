import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { newId } from '@toonbank/primitives';
import { testApp, type TestApp } from '@toonbank/testing';
import { Client, Pool } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertHarmless } from './boot-check';
import type { CopyValue } from './copy-out';
import { protect } from './protect';
import type { RoomTables } from './room';
import { systemScope } from './scope';
import { Work } from './work';

class Notes1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table note (agency_id uuid, text text, primary key (agency_id, text))',
    );
    await protect(runner, 'note', { fence: 'closed', app: 'select, insert' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table note');
  }
}

const notes: RoomTables = {
  name: 'notes',
  needs: [],
  entities: [],
  migrations: [Notes1764000000001],
};

let test: TestApp;
let work: Work;
const [one, two] = [systemScope(newId(), 'test'), systemScope(newId(), 'test')];

beforeAll(async () => {
  test = await testApp({ tables: [notes], imports: [] });
  work = test.app.get(Work);
});

afterAll(async () => {
  await test.close();
});

const write = (scope: typeof one, text: string) =>
  work.run(scope, (tx) =>
    tx.sql('insert into note (agency_id, text) values ($1, $2)', [scope.agencyId, text]),
  );
const texts = (scope: typeof one) =>
  work.read(scope, async (tx) => {
    const rows = await tx.sql<{ text: string }>('select text from note order by text');
    return rows.map(({ text }) => text);
  });

describe('Work', () => {
  it('shows a tenant its own rows, two hundred times at once over ten connections', async () => {
    await write(one, 'of one');
    await write(two, 'of two');
    const seen = await Promise.all(Array.from({ length: 200 }, (_, i) => texts(i % 2 ? one : two)));
    seen.forEach((found, i) => expect(found).toEqual([i % 2 ? 'of one' : 'of two']));
  });

  it('leaves no tenant on a connection that goes back to the pool', async () => {
    await texts(one);
    const seen = await work.directory((tx) => tx.sql('select * from note'));
    expect(seen).toEqual([]);
  });

  it('undoes everything when the work throws', async () => {
    await expect(
      work.run(one, async (tx) => {
        await tx.sql('insert into note values ($1, $2)', [one.agencyId, 'half']);
        throw new Error('broken off');
      }),
    ).rejects.toThrow('broken off');
    expect(await texts(one)).not.toContain('half');
  });

  it('reports a swallowed SQL error instead of committing nothing in silence', async () => {
    const swallowing = work.run(one, async (tx) => {
      await tx.sql('insert into note values ($1, $2)', [one.agencyId, 'lost']);
      await tx.sql('select 1 / 0').catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow('rolled back');
    expect(await texts(one)).not.toContain('lost');
  });

  it('refuses work inside work, which would hang once the pool is used up', async () => {
    const nested = work.run(one, () => work.read(one, () => Promise.resolve()));
    await expect(nested).rejects.toThrow('Work inside work');
  });

  it('refuses to write in a read', async () => {
    const writing = work.read(one, (tx) =>
      tx.sql('insert into note values ($1, $2)', [one.agencyId, 'sly']),
    );
    await expect(writing).rejects.toMatchObject({ code: '25006' });
  });

  it('refuses an id that is none, before it becomes SQL', async () => {
    const sly = systemScope("'; drop table note; --", 'test');
    await expect(texts(sly)).rejects.toThrow('not a UUID');
  });
});

describe('what is copied out', () => {
  const all = 'select text from note order by text';
  const read = async (rows: Readable) => (await rows.toArray()).join('');
  const copy = (scope: typeof one, select = all, values: readonly CopyValue[] = []) => {
    let text = '';
    const into = async (rows: Readable) => void (text = await read(rows));
    return work
      .read(scope, (tx) => tx.copyOut({ select, values, zone: 'UTC', format: 'format csv' }, into))
      .then(() => text);
  };

  it('is the tenant’s own, with values that can be nothing but values', async () => {
    const owner = systemScope(newId(), 'test');
    await write(owner, "it's $1");
    await write(systemScope(newId(), 'test'), 'of another');
    expect(await copy(owner)).toBe("it's $1\n");
    const like = 'select text from note where text = $1::text and text = any($2::text[])';
    expect(await copy(owner, like, ["it's $1", ["it's $1", "')"]])).toBe("it's $1\n");
    expect(await copy(owner, like, ["' or true --", []])).toBe('');
  });

  it('throws what the database says, and leaves the connection fit for the next', async () => {
    for (let times = 0; times < 15; times++) {
      await expect(copy(one, 'select nothing')).rejects.toThrow('nothing');
    }
    expect(await texts(one)).toEqual(['of one']);
  });

  it('stops when the reader breaks off, however much is still to come', async () => {
    const endless =
      'select repeat(i::text, 100) from (select generate_series(1, 1000000000) as i) as rows';
    for (let times = 0; times < 12; times++) {
      const into = async (rows: Readable) => {
        await once(rows, 'data');
        throw new Error('enough');
      };
      const broken = work.read(one, (tx) =>
        tx.copyOut({ select: endless, values: [], zone: 'UTC', format: 'format csv' }, into),
      );
      await expect(broken).rejects.toThrow('enough');
    }
    expect(await texts(one)).toEqual(['of one']);
  });
});

describe('the boot check', () => {
  it.each([
    ['alter role tb_app createdb', 'alter role tb_app nocreatedb', 'too much power'],
    [
      'alter table note owner to tb_app',
      'alter table note owner to current_user; grant select, insert on note to tb_app',
      'owns',
    ],
    [
      'grant create on schema public to tb_app',
      'revoke create on schema public from tb_app',
      'may create',
    ],
    ['grant truncate on note to tb_app', 'revoke truncate on note from tb_app', 'may truncate'],
    [
      'alter table note no force row level security',
      'alter table note force row level security',
      'without forced',
    ],
    [
      'create view peek as select * from note; grant select on peek to tb_app',
      'drop view peek',
      'reaches past the policies',
    ],
  ])('refuses to start after: %s', async (mistake, undo, sentence) => {
    const admin = new Client({ connectionString: test.config.databaseUrls.migrator });
    await admin.connect();
    const pool = new Pool({ connectionString: test.config.databaseUrls.app, max: 1 });
    try {
      await assertHarmless(pool);
      await admin.query(mistake);
      await expect(assertHarmless(pool)).rejects.toThrow(sentence);
    } finally {
      await admin.query(undo);
      await admin.end();
      await pool.end();
    }
  });
});
