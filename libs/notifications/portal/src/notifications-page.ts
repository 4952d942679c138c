import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { NotificationState } from '@toonbank/notifications/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { said } from '@toonbank/ui/asking';
import { Moment } from '@toonbank/ui/figures';
import { FilterBar, type FilterField } from '@toonbank/ui/filters';
import { Pager, Table } from '@toonbank/ui/lists';
import { Formats, LanguageChoice, PageHead, StatusChip } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { stateLooks } from './notification-states';
import { NotificationsApi } from './notifications-api';

/** What the bank told us, newest first: did it tell, and did we fetch? */
@Component({
  selector: 'tb-notifications-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, FilterBar, Moment, PageHead, Pager, ProblemPanel],
    ...[Skeleton, StatusChip, Table],
  ],
  templateUrl: './notifications-page.html',
})
export class NotificationsPage {
  /** From the address: `/:environment/notifications?…`. */
  readonly environment = input.required<Environment>();
  readonly merchant = input<Id>();
  readonly state = input<string>();
  readonly webshop = input<string>();
  readonly after = input<string>();

  private readonly api = inject(NotificationsApi);
  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly formats = inject(Formats);
  protected readonly looks = stateLooks;

  protected readonly page = this.api.page(() =>
    said({
      environment: this.environment(),
      merchantId: this.merchant(),
      webshopId: this.webshop(),
      state: this.state(),
      after: this.after(),
    }),
  );
  /** What is typed to find a webshop to narrow by. */
  private readonly sought = signal('');
  private readonly webshops = this.api.webshops(() => ({
    merchant: this.merchant(),
    search: this.sought(),
  }));
  private readonly known = lastRead(this.webshops);
  private readonly read = lastRead(this.page);
  protected readonly isFirstRead = computed(() => !this.read());
  protected readonly next = computed(() => this.read()?.next ?? null);
  protected readonly rows = computed(() => this.read()?.items ?? []);
  /** The webshops one can narrow by: those that are known, and those of what is shown. */
  private readonly hosts = computed(
    () =>
      new Map([
        ...(this.known()?.items ?? []).map(({ id, host }) => [id, host] as const),
        ...(this.sought() ? [] : this.rows()).map(
          ({ webshopId, host }) => [webshopId, host] as const,
        ),
      ]),
  );
  /** The webshop of the chip, where no list that is read names it: an id tells nobody anything. */
  private readonly chosen = this.api.webshop(() => {
    const id = this.webshop();
    return id && this.known() && this.read() && !this.hosts().has(id) ? id : undefined;
  });
  protected readonly times = computed(() => this.rows().map(({ receivedAt }) => receivedAt));
  protected readonly values = computed(() => ({ state: this.state(), webshop: this.webshop() }));
  protected readonly isFiltered = computed(() => !!this.state() || !!this.webshop());
  protected readonly fields = computed<readonly FilterField[]>(() => {
    this.language.current();
    const word = (key: string) => this.words.translate<string>(`notifications.${key}`);
    const states = NotificationState.options.map((value) => ({
      value,
      word: word(`states.${value}`),
    }));
    const webshops = [...this.hosts()].map(([value, host]) => ({ value, word: host }));
    const search = (text: string) => this.sought.set(text.trim());
    const chosen = this.chosen.error() ? this.webshop() : this.chosen.value()?.host;
    const narrowed = { options: webshops, search, chosen };
    return [
      { key: 'state', word: word('state'), kind: 'choice', options: states },
      { key: 'webshop', word: word('webshop'), kind: 'choice', ...narrowed },
    ];
  });

  protected filter(changes: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], {
      queryParams: { ...changes, after: null },
      queryParamsHandling: 'merge',
    });
  }
}
