import { Component, computed, DestroyRef, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import { brandOf, type WebshopMethod, Wish } from '@toonbank/payment-methods/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { Moment } from '@toonbank/ui/figures';
import { Sending } from '@toonbank/ui/forms';
import { Table } from '@toonbank/ui/lists';
import { Icon, LanguageChoice, StatusChip } from '@toonbank/ui/look';
import { lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { actualLook, driftLook, methodLooks } from './method-looks';
import { MethodsApi } from './methods-api';

/** The worker goes round every 10 seconds, and a look takes a moment. */
const newsAfterMs = [3_000, 8_000, 15_000, 25_000];

/** What shoppers can pay with at a webshop: wanted beside what the bank says, and how old a difference is. */
@Component({
  selector: 'tb-webshop-methods-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Icon, Moment, Note, ProblemPanel, Skeleton, StatusChip],
    Table,
  ],
  templateUrl: './webshop-methods-page.html',
  styles: `
    tb-note,
    .acts,
    .meta,
    .shown,
    .all {
      margin-top: var(--s-12);
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s-4) var(--s-16);
    }
    select {
      width: auto;
      max-width: 100%;
    }
  `,
})
export class WebshopMethodsPage {
  /** From the address: `/:environment/webshops/:id/payment-methods`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly api = inject(MethodsApi);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly leaving = inject(DestroyRef);
  protected readonly mayWrite = inject(SessionApi).has('methods:write');
  protected readonly sending = new Sending();
  protected readonly looking = new Sending();
  protected readonly driftLook = driftLook;
  protected readonly looks = methodLooks;
  protected readonly actual = actualLook;
  protected readonly wishes = Wish.options;

  private readonly at = computed(() => ({ webshopId: this.id(), environment: this.environment() }));
  protected readonly read = this.api.ofWebshop(this.at);
  protected readonly known = lastRead(this.read);
  private readonly drifted = computed(() => this.known()?.items.filter((m) => m.drift) ?? []);
  protected readonly active = computed(
    () => this.known()?.items.filter(({ actual }) => actual === 'Active') ?? [],
  );
  protected readonly names = computed(() => {
    const list = new Intl.ListFormat(this.language.current(), { type: 'conjunction' });
    return list.format(this.active().map(({ name }) => name));
  });
  /** Which notes on fraud and cost belong to what is active. */
  protected readonly notes = computed(() => {
    const kinds = this.active().map(({ brand, lane }) => {
      if (lane !== 'bank') return lane;
      return brandOf(brand).kind === 'card' ? 'card' : undefined;
    });
    return (['card', 'paypal', 'billink'] as const).filter((kind) => kinds.includes(kind));
  });
  protected readonly verdict = computed(() => {
    this.language.current();
    const { hasKeys, toldAt } = this.known() ?? {};
    const count = this.drifted().length;
    const said = (key: string) =>
      this.words.translate<string>(`methods.verdicts.${key}`, { count });
    if (!hasKeys) return said('noKeys');
    if (!toldAt) return said('notTold');
    if (this.known()?.items.every(({ wish }) => wish === null)) return said('noWish');
    return said(count === 0 ? 'asWanted' : count === 1 ? 'oneDrift' : 'drift');
  });

  protected async want(method: WebshopMethod, wish: string): Promise<void> {
    const known = Wish.options.find((option) => option === wish) ?? null;
    await this.sending.run(() => this.api.want(this.at(), method.brand, known));
    this.read.reload();
  }

  /** The worker asks; what it heard is read again a few times. */
  protected async look(): Promise<void> {
    const isTaken = await this.looking.run(() => this.api.look(this.at()));
    this.read.reload();
    if (!isTaken) return;
    for (const ms of newsAfterMs) {
      const timer = setTimeout(() => this.read.reload(), ms);
      this.leaving.onDestroy(() => clearTimeout(timer));
    }
  }
}
