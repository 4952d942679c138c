import { deflateSync } from 'node:zlib';
import { type CanActivate, type ExecutionContext, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { type Agency, houseStyle } from '@toonbank/agency/contract';
import { AuditModule } from '@toonbank/audit/server';
import { systemScope } from '@toonbank/platform/db';
import { agencyRights, newId } from '@toonbank/primitives';
import { testApp, type TestApp, TestCaller } from '@toonbank/testing';
import type { FastifyRequest } from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Agencies } from './agencies';
import { AgencyHttpModule } from './agency.http.module';
import { agencyTables } from './tables';

/** Lets in whom the test says; who may is the business of the room that keeps people. */
class Doorman implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const [agencyId, merchantId] = String(request.headers['x-test-place']).split('/');
    const scope = { ...systemScope(agencyId!, 'test'), ...(merchantId ? { merchantId } : {}) };
    request.caller = { rights: new Set(agencyRights.owner), scope };
    return true;
  }
}

@Module({ providers: [{ provide: APP_GUARD, useClass: Doorman }] })
class Door {}

let test: TestApp;
beforeAll(async () => {
  const imports = [AuditModule, AgencyHttpModule, Door];
  test = await testApp({ tables: [agencyTables], imports });
});
afterAll(() => test.close());

async function agency() {
  const { id } = await test.app.get(Agencies).create('Bureau Noord');
  const staff = new TestCaller(test.app, { 'x-test-place': id });
  const merchant = new TestCaller(test.app, { 'x-test-place': `${id}/${newId()}` });
  return { id, staff, merchant };
}

/** A picture, and how it is sent. */
function png(width = 100, height = 40) {
  const create = { width, height, channels: 3, background: '#11513c' } as const;
  return sharp({ create }).png();
}

async function sent(picture = png()) {
  return { png: (await picture.toBuffer()).toString('base64') };
}

async function pictureAt(url: string, place: string) {
  const headers = { 'x-test-place': place };
  const answer = await test.app.inject({ method: 'GET', url, headers });
  return { ...answer, bytes: answer.rawPayload };
}

describe('the settings of an agency', () => {
  it('are changed one by one, and seen by its merchants', async () => {
    const { staff, merchant } = await agency();
    expect((await staff.get<Agency>('/v1/agency')).body).toMatchObject({
      ...{ name: 'Bureau Noord', language: 'nl', house: null, logoUrl: null },
    });
    await staff.patch('/v1/agency', { name: 'Noord', language: 'en' });
    const { status, body } = await staff.patch<Agency>('/v1/agency', { colour: '#11513C' });
    expect(status).toBe(200);
    expect(body.house).toEqual({ colour: '#11513c', text: 'white', contrast: 9.26 });
    expect((await merchant.get('/v1/agency')).body).toEqual({ ...body, webhookUrl: null });
    const none = await staff.patch<Agency>('/v1/agency', { colour: null });
    expect(none.body).toMatchObject({ name: 'Noord', language: 'en', house: null });
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ language: 'de' }, 'language'],
    [{ colour: 'red' }, 'colour'],
    [{ colour: '#fff' }, 'colour'],
    [{ colour: '#11513c; } body { display: none' }, 'colour'],
  ])('refuse %o', async (change, path) => {
    const { staff } = await agency();
    const { status, body } = await staff.patch<{ path: string }>('/v1/agency', change);
    expect(status).toBe(422);
    expect(body.path).toBe(path);
  });

  it('are not for merchants to write, even if a route would let them', async () => {
    const { staff, merchant } = await agency();
    await merchant.patch('/v1/agency', { name: 'Gekaapt' });
    await merchant.put('/v1/agency/logo', await sent());
    expect((await staff.get<Agency>('/v1/agency')).body).toMatchObject({
      ...{ name: 'Bureau Noord', logoUrl: null },
    });
  });
});

describe('a logo', () => {
  it('is drawn anew, kept by browsers under its version, and removed', async () => {
    const { id, staff, merchant } = await agency();
    const secret = 'taken at home';
    const file = png().withExif({ IFD0: { ImageDescription: secret } });
    expect((await file.clone().toBuffer()).includes(secret)).toBe(true);
    const { status, body } = await staff.put<Agency>('/v1/agency/logo', await sent(file));
    expect(status).toBe(200);
    expect(body.logoUrl).toBe('/v1/agency/logo?v=1');

    const place = `${id}/${newId()}`;
    const named = await pictureAt(body.logoUrl!, place);
    expect(named.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'private, max-age=31536000, immutable',
    });
    expect(await sharp(named.bytes).metadata()).toMatchObject({ format: 'png', width: 100 });
    expect(named.bytes.includes(secret)).toBe(false);
    for (const url of ['/v1/agency/logo', '/v1/agency/logo?v=9']) {
      expect((await pictureAt(url, place)).headers['cache-control']).toBe('no-store');
    }

    const next = await staff.put<Agency>('/v1/agency/logo', await sent(png(90)));
    expect(next.body.logoUrl).toBe('/v1/agency/logo?v=2');
    for (let twice = 0; twice < 2; twice += 1) {
      expect((await staff.delete('/v1/agency/logo')).status).toBe(204);
    }
    expect((await merchant.get('/v1/agency/logo')).status).toBe(404);
    const third = await staff.put<Agency>('/v1/agency/logo', await sent());
    expect(third.body.logoUrl).toBe('/v1/agency/logo?v=3');
  });

  it('is shrunk to what is shown, and never blown up', async () => {
    const { id, staff } = await agency();
    await staff.put('/v1/agency/logo', await sent(png(1_900, 1_900)));
    const { bytes } = await pictureAt('/v1/agency/logo', id);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 192, height: 192 });
  });

  it('of another agency is none', async () => {
    const [ours, theirs] = [await agency(), await agency()];
    await ours.staff.put('/v1/agency/logo', await sent());
    expect((await theirs.staff.get('/v1/agency/logo?v=1')).status).toBe(404);
  });

  it.each<[string, () => Promise<Buffer>]>([
    ['a JPEG', () => png().jpeg().toBuffer()],
    ['an SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
    ['half a PNG', async () => (await png(300, 300).toBuffer()).subarray(0, 120)],
    ['a PNG of 25 million pixels', () => png(5_000, 5_000).toBuffer()],
    ['a PNG in name only', async () => Buffer.from('\u0089PNG\r\n\u001a\nhello', 'latin1')],
    ['something larger than 200 KB', async () => Buffer.concat([await png().toBuffer(), noise()])],
    ['nothing', async () => Buffer.alloc(0)],
  ])('is not made of %s', async (_, make) => {
    const { staff } = await agency();
    const body = { png: (await make()).toString('base64') };
    const answer = await staff.put<{ path: string }>('/v1/agency/logo', body);
    expect(answer).toMatchObject({ status: 422, body: { path: 'png' } });
    expect((await staff.get<Agency>('/v1/agency')).body.logoUrl).toBeNull();
  });
});

function noise(): Buffer {
  return deflateSync(Buffer.alloc(210 * 1024, 'x'), { level: 0 });
}

it('can write in black or white on every colour: the better of the two is never under 4.5', () => {
  for (let grey = 0; grey < 256; grey += 1) {
    const part = grey.toString(16).padStart(2, '0');
    for (const colour of [`#${part}${part}${part}`, `#${part}8040`, `#20${part}ff`]) {
      expect(houseStyle(colour).contrast, colour).toBeGreaterThanOrEqual(4.5);
    }
  }
  expect(houseStyle('#ffffff')).toEqual({ colour: '#ffffff', text: 'black', contrast: 21 });
});
