import { Injectable } from '@angular/core';

const kept = 'tb-pages';
const mostKept = 200;

/**
 * Which page of a keyset list came before which: a cursor leads onward only. Known of the pages that
 * this tab went through; who came by a link of somebody else has the beginning instead.
 */
@Injectable({ providedIn: 'root' })
export class PageTrail {
  private readonly befores = new Map<string, string | null>(read());

  /** The page at `cursor` follows the one at `before`; null: the first. */
  note(cursor: string, before: string | null): void {
    if (this.befores.get(cursor) === before) return;
    this.befores.set(cursor, before);
    const [oldest] = this.befores.keys();
    if (this.befores.size > mostKept) this.befores.delete(oldest!);
    sessionStorage.setItem(kept, JSON.stringify([...this.befores]));
  }

  /** Undefined: not known here. */
  before(cursor: string): string | null | undefined {
    return this.befores.get(cursor);
  }
}

/** Survives a reload; what somebody changed in the browser's storage is as if there were none. */
function read(): [string, string | null][] {
  try {
    const pairs: unknown = JSON.parse(sessionStorage.getItem(kept) ?? '[]');
    return Array.isArray(pairs) ? pairs.filter(isPair) : [];
  } catch {
    return [];
  }
}

function isPair(pair: unknown): pair is [string, string | null] {
  if (!Array.isArray(pair)) return false;
  const [cursor, before] = pair as unknown[];
  return typeof cursor === 'string' && (before === null || typeof before === 'string');
}
