import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  InvitationLook,
  InvitationPage,
  MadeInvitation,
  ResetLink,
} from '@toonbank/access/contract';
import { newId } from '@toonbank/primitives';
import { type ParsedMail, simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessRoom, password, tokenIn } from '../access.testing';

const folder = mkdtempSync(join(tmpdir(), 'toonbank-outbox-'));
const fresh = 'battery staple horse';

let room: AccessRoom;
beforeAll(async () => {
  const mail = { url: pathToFileURL(folder).href, from: 'post@toonbank.test' };
  room = await AccessRoom.open({ mail });
});
afterAll(() => room.test.close());

function someone(): string {
  return `${newId()}@new.test`;
}

/** The mails somebody got, oldest first. */
async function mailsTo(email: string): Promise<ParsedMail[]> {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /eml$/.test(name)) : [];
  const mails = files.sort().map((name) => simpleParser(readFileSync(join(folder, name))));
  return (await Promise.all(mails)).filter((mail) => JSON.stringify(mail.to).includes(email));
}

async function mailTo(email: string, nth = 1): Promise<ParsedMail> {
  await expect.poll(async () => (await mailsTo(email)).length).toBe(nth);
  return (await mailsTo(email))[nth - 1]!;
}

function linkIn({ text = '' }: ParsedMail): string {
  return /http\S+#\S+/.exec(text)![0];
}

function ask(email: string, language?: string) {
  const request = { email, ...(language && { language }) };
  return room.browser().post<{ code: string }>('/v1/reset-requests', request);
}

describe('an invitation', () => {
  it('is mailed to whom it is for, in Dutch, with the link that the answer told', async () => {
    const { email } = await room.staff('owner');
    const browser = await room.signedIn(email);
    const invite = { email: someone(), role: 'viewer' };
    const { status, body } = await browser.post<MadeInvitation>('/v1/invitations', invite);
    expect(status).toBe(201);
    expect(body.mail).toMatchObject({ state: 'waiting', trouble: null });
    const mail = await mailTo(invite.email);
    expect(mail.subject).toBe('Bureau nodigt je uit voor Toonbank');
    expect(linkIn(mail)).toBe(body.url);
    const token = tokenIn(linkIn(mail));
    const look = await room.browser().post<InvitationLook>('/v1/invitations/look', { token });
    expect(look.body.email).toBe(invite.email);
    await expect
      .poll(async () => (await browser.get<InvitationPage>('/v1/invitations')).body.items[0]?.mail)
      .toMatchObject({ state: 'sent' });
  });

  it('of a merchant is mailed in its name, in English for who asks so', async () => {
    const { agencyId } = await room.staff('owner');
    const { email } = await room.merchantOwner(agencyId);
    const browser = await room.signedIn(email);
    const invite = { email: someone(), role: 'viewer', language: 'en' };
    expect((await browser.post('/v1/invitations', invite)).status).toBe(201);
    expect((await mailTo(invite.email)).subject).toBe('Bakker invites you to Toonbank');
  });

  it('that is refused is mailed to nobody', async () => {
    const { email } = await room.staff('owner');
    const browser = await room.signedIn(email);
    const invite = { email: someone(), role: 'viewer' };
    await browser.post('/v1/invitations', invite);
    expect((await browser.post('/v1/invitations', invite)).status).toBe(409);
    await mailTo(invite.email);
    expect(await mailsTo(invite.email)).toHaveLength(1);
  });
});

describe('a reset link', () => {
  it('that an owner makes is mailed too', async () => {
    const { agencyId, email } = await room.staff('owner');
    const lost = await room.staff('viewer', agencyId);
    const browser = await room.signedIn(email);
    const members = await browser.get<{ items: { email: string; loginId: string }[] }>(
      '/v1/members',
    );
    const { loginId } = members.body.items.find((member) => member.email === lost.email)!;
    const made = await browser.post<ResetLink>(`/v1/members/${loginId}/reset-link`, {});
    expect(made.body.isMailed).toBe(true);
    expect(linkIn(await mailTo(lost.email))).toBe(made.body.url);
  });

  it('is mailed to who asks for it at the door, and works once', async () => {
    const { email } = await room.staff('developer');
    expect((await ask(email, 'en')).status).toBe(204);
    const mail = await mailTo(email);
    expect(mail.subject).toBe('Choose a new password for Toonbank');
    const token = tokenIn(linkIn(mail));
    const use = () => room.browser().post('/v1/reset', { token, password: fresh });
    expect((await use()).status).toBe(204);
    expect((await room.browser().signIn(email, fresh)).status).toBe(201);
    expect((await use()).status).toBe(409);
  });

  it('reaches who belongs to several agencies: their mailbox is their own', async () => {
    const { agencyId, email } = await room.staff('owner');
    const other = await room.staff('owner');
    const browser = await room.signedIn(other.email);
    const { body } = await browser.post<MadeInvitation>('/v1/invitations', {
      ...{ email, role: 'viewer' },
    });
    const accept = { token: tokenIn(body.url), password };
    expect((await room.browser().post('/v1/invitations/accept', accept)).status).toBe(201);
    expect(agencyId).not.toBe(other.agencyId);
    await ask(email);
    const token = tokenIn(linkIn(await mailTo(email, 2)));
    const reset = await room.browser().post('/v1/reset', { token, password: fresh });
    expect(reset.status).toBe(204);
  });

  it('is not mailed again within five minutes, whoever asks', async () => {
    const { email } = await room.staff('viewer');
    await Promise.all([ask(email), ask(email), ask(email)]);
    await mailTo(email);
    room.clock.advance({ minutes: 6 });
    await ask(email);
    await mailTo(email, 2);
    expect(await mailsTo(email)).toHaveLength(2);
  });

  it('is asked for without learning whether there is such a login', async () => {
    const { email } = await room.staff('viewer');
    for (const who of [email, someone()]) {
      expect(await ask(who)).toMatchObject({ status: 204, body: undefined });
    }
    expect((await ask('no address')).status).toBe(422);
  });
});

it('says so where no mail is sent', async () => {
  const silent = await AccessRoom.open();
  const { email } = await silent.staff('owner');
  const refused = await silent.browser().post('/v1/reset-requests', { email });
  expect(refused).toMatchObject({ status: 409, body: { code: 'no-mail' } });
  const browser = await silent.signedIn(email);
  const invite = { email: someone(), role: 'viewer' };
  expect((await browser.post<MadeInvitation>('/v1/invitations', invite)).body.mail).toBeNull();
  await silent.test.close();
});
