import type { AuditEntry } from '@toonbank/audit/contract';
import { newId } from '@toonbank/primitives';
import { describe, expect, it } from 'vitest';
import { rowOf } from './audit-rows';
import { words } from './words/nl';

/** As the page translates, from the Dutch dictionary. */
function word(key: string, values: Record<string, string> = {}): string {
  const found = key
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words);
  if (typeof found !== 'string') throw new Error(`No word for ${key}.`);
  return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name]!);
}

const teller = { word, amount: (cents: number) => `€ ${(cents / 100).toFixed(2)}` };

function entry(act: string, detail: AuditEntry['detail'], kind = 'webshop'): AuditEntry {
  return {
    ...{ id: newId(), at: '2026-11-25T12:00:00Z', act, merchantId: null, detail },
    actor: { kind: 'person', id: newId(), name: null, email: 'a@demo.example' },
    subject: { kind, id: '01a21400-d1e6-70be-b5e1-b53cc83e222b' },
  };
}

describe('a line of the audit log', () => {
  it.each<[string, AuditEntry['detail'], string]>([
    ['keys.entered', { environment: 'sandbox', version: 2 }, 'sandbox, versie 2'],
    ['webshop.poi-set', { environment: 'production', poiId: '10006' }, 'productie, poiId 10006'],
    ['member.role-changed', { before: 'viewer', role: 'developer' }, 'meekijker → ontwikkelaar'],
    ['member.removed', { role: 'owner' }, 'eigenaar'],
    ['invitation.made', { email: 'b@demo.example', role: 'admin' }, 'beheerder, b@demo.example'],
    ['shop.renamed', { from: 'Kaas', to: 'Demo Kaas' }, 'Kaas → Demo Kaas'],
    ['merchant.changed', { fields: 'kvkNumber name' }, 'KvK-nummer, naam'],
    ['webshop.bank-step-done', { environment: 'sandbox', step: 'signed' }, 'sandbox, getekend'],
    ['password.changed', { sessions: 2 }, 'sessies beëindigd: 2'],
    ['agency.logo-set', { bytes: 4096 }, '4096 bytes'],
    ['webshop.ending-withdrawn', { from: '2026-12-31' }, 'was 2026-12-31'],
    ['billing.month-closed', { month: '2026-10', total: 4250 }, 'maand 2026-10, samen € 42.50'],
    ['billing.fee-added', { from: '2026-01-01', until: null, of: newId() }, '2026-01-01 –'],
    ['billing.settings-changed', { fields: 'termDays later' }, 'betaaltermijn, later'],
    ['invoice.sent', { number: '2026-0001', on: '2026-11-01' }, 'nummer 2026-0001, op 2026-11-01'],
    ['merchant.created', {}, ''],
    ['later.act', { never: 'seen' }, 'never: seen'],
  ])('says of %s %j: %s', (act, detail, said) => {
    expect(rowOf(entry(act, detail), teller).detail).toBe(said);
  });

  it('leads to what it is about, in the environment it was done in', () => {
    const webshopId = newId();
    const keys = entry('keys.entered', { environment: 'sandbox', version: 1 });
    expect(rowOf(keys, teller).link).toEqual(['/sandbox', 'webshops', keys.subject.id]);
    const detail = { webshopId, environment: 'sandbox', prefix: 'tb_test_ab' };
    const row = rowOf(entry('api-key.issued', detail, 'api-key'), teller);
    expect(row.link).toEqual(['/sandbox', 'webshops', webshopId]);
    expect(row.detail).toBe('sandbox, tb_test_ab…');
    expect(rowOf(entry('member.added', { role: 'owner' }, 'login'), teller).link).toBeNull();
  });
});
