import type { Schedule, ScheduleRuns } from '@toonbank/exports/contract';
import type { TestCaller } from '@toonbank/testing';
import { describe, expect, it } from 'vitest';
import { ExportRoom } from '../exports.testing';
import { PickyMailServer } from './mail-server.testing';

const to = 'boekhouder@example.test';

const create = (caller: TestCaller) =>
  caller.post<Schedule>('/v1/export-schedules', {
    ...{ environment: 'production', kind: 'orders', format: 'csv' },
    ...{ rhythm: { every: 'month', day: 1, hour: 6 }, recipients: [to] },
  });

describe('a mail that was given up', () => {
  it('goes out again when somebody says so: once, and only to whom it did not reach', async () => {
    const server = await PickyMailServer.open();
    const far = await ExportRoom.open({
      config: { mail: { url: server.url, from: 'post@x.test' } },
    });
    const bureau = await far.agency();
    const { body } = await create(await far.staff(bureau));
    server.refusal = { code: 550, text: 'No such mailbox' };
    far.clock.advance({ hours: 24 * 8 });
    await far.calendar.round();
    const person = await far.staff(bureau);
    const path = `/v1/export-schedules/${body.id}/runs`;
    const run = async () => (await person.get<ScheduleRuns>(path)).body.runs[0]!;
    const mail = async () => (await run()).mails[0];
    await expect.poll(mail).toMatchObject({ state: 'given-up', trouble: 'SMTP 550' });
    server.refusal = undefined;
    const again = `${path}/${(await run()).exportId}/mail`;
    const [first, second] = await Promise.all([person.post(again), person.post(again)]);
    expect([first.status, second.status]).toEqual([200, 200]);
    await expect.poll(mail).toMatchObject({ to: to, state: 'sent', trouble: null });
    await person.post(again);
    expect((await run()).mails).toHaveLength(1);
    expect(server.taken).toBe(1);
    const stranger = await far.staff(await far.agency());
    expect((await stranger.post(again)).status).toBe(404);
    await far.close();
    await server.close();
  });
});
