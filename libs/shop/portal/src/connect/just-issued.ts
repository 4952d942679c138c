import { Injectable, signal } from '@angular/core';
import type { Environment, Id } from '@toonbank/primitives';
import type { VirtualPair } from '@toonbank/shop/contract';

interface Issued {
  readonly apiKey?: string;
  readonly pair?: VirtualPair & {
    /** Of one made beside another; the first of a webshop came with it. */
    readonly id?: Id;
  };
}

/**
 * Keys that the server told just now and will tell no more: kept while this tab stays open, so that the
 * next step can show them and the snippets hold them. Nowhere else.
 */
@Injectable({ providedIn: 'root' })
export class JustIssued {
  private readonly kept = signal<ReadonlyMap<string, Issued>>(new Map());

  of(webshopId: Id, environment: Environment): Issued {
    return this.kept().get(`${webshopId} ${environment}`) ?? {};
  }

  keep(webshopId: Id, environment: Environment, issued: Issued): void {
    const before = this.of(webshopId, environment);
    const key = `${webshopId} ${environment}`;
    this.kept.update((all) => new Map(all).set(key, { ...before, ...issued }));
  }
}
