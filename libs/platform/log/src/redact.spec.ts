import { describe, expect, it } from 'vitest';
import { redact } from './redact';

describe('a line for the log', () => {
  it.each([
    ['an API key', `tb_test_${'a'.repeat(36)}`],
    ['a token of the bank', 'eyJhbGciOiJFUzI1NiJ9.eyJleHAiOjF9.c2ln'],
    ['a signing key', 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8='],
  ])('holds no more of %s than that it was there', (_what, secret) => {
    expect(redact(`refused: ${secret}, try again`)).toBe('refused: [secret], try again');
  });

  it('holds no password of a server', () => {
    expect(redact('cannot reach postgres://tb_app:hunter2@db.example/x')).not.toContain('hunter2');
  });

  it('keeps everything else as it is', () => {
    const line = 'order 01a20d86-b099-758e-bdc2-19307776294d of demo-kaas.example was paid';
    expect(redact(line)).toBe(line);
  });
});
