import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from './settings';

const places = { TOONBANK_URL: 'http://localhost:4200', BANK_ORIGIN: 'http://127.0.0.1:4300' };
const own = {
  TOONBANK_WEBSHOP_ID: 'webshop-1',
  TOONBANK_API_KEY: 'tb_test_own',
  TOONBANK_SIGNING_KEY: 'c2lnbg==',
};

function demoFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'toonbank-shop-')), 'issued.json');
  const webshop = { id: 'demo-1', apiKey: 'tb_test_demo', signingKey: 'ZGVtbw==' };
  writeFileSync(file, JSON.stringify({ webshop, agency: {} }));
  return file;
}

describe('the shop', () => {
  it("sells for a webshop of one's own, with books of its own", () => {
    const { webshop, SHOP_BOOKS } = readSettings({ ...places, ...own, DEMO_FILE: demoFile() });
    expect(webshop).toEqual({ id: 'webshop-1', apiKey: 'tb_test_own', signingKey: 'c2lnbg==' });
    expect(SHOP_BOOKS).toContain('webshop-1');
  });

  it("sells for the demo's webshop when told of no other", () => {
    const { webshop } = readSettings({ ...places, DEMO_FILE: demoFile() });
    expect(webshop.id).toBe('demo-1');
  });

  it.each(Object.keys(own))('says that %s is missing, and tells no key', (name) => {
    const half = { ...places, ...own, [name]: '', DEMO_FILE: demoFile() };
    expect(() => readSettings(half)).toThrow(`Missing: ${name}.`);
    expect(() => readSettings(half)).not.toThrow(/tb_test_own|c2lnbg/);
  });

  it('says what it needs when it was told of no webshop at all', () => {
    expect(() => readSettings(places)).toThrow(/TOONBANK_API_KEY.*DEMO_FILE/);
  });
});
