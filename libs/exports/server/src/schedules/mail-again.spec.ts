import type { Schedule, ScheduleRuns } from '@toonbank/exports/contract';
import type { TestCaller } from '@toonbank/testing';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { describe, expect, it } from 'vitest';
import { ExportRoom } from '../exports.testing';

const to = 'boekhouder@example.test';

/** A mail server on this machine that refuses for good while it is told to. */
async function picky() {
  const state = { taken: 0, refusal: undefined as { code: number; text: string } | undefined };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      stream.resume().once('end', () => {
        const { refusal } = state;
        if (!refusal) state.taken += 1;
        done(refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
      });
    },
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((closed) => server.close(() => closed()));
  return Object.assign(state, { url: `smtp://127.0.0.1:${port}`, close });
}

const create = (caller: TestCaller) =>
  caller.post<Schedule>('/v1/export-schedules', {
    ...{ environment: 'production', kind: 'orders', format: 'csv' },
    ...{ rhythm: { every: 'month', day: 1, hour: 6 }, recipients: [to] },
  });

describe('a mail that was given up', () => {
  it('goes out again when somebody says so: once, and only to whom it did not reach', async () => {
    const server = await picky();
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
