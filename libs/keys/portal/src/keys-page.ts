import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import { KeyExpiryChoice } from '@toonbank/keys/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { said } from '@toonbank/ui/asking';
import { Moment } from '@toonbank/ui/figures';
import { FilterBar, type FilterField } from '@toonbank/ui/filters';
import { Pager, Table } from '@toonbank/ui/lists';
import { Icon, LanguageChoice, Now, PageHead, Speaker, StatusChip } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { ChoiceBar } from './choice-bar';
import { type Choosable, ChosenWebshops } from './chosen-webshops';
import { expiryWord } from './expiry-word';
import { KeyExpiry } from './key-expiry';
import { rotationLooks, stateLooks } from './key-states';
import { KeysApi } from './keys-api';

/** The bank's keys of all webshops: which one runs out first. */
@Component({
  selector: 'tb-keys-page',
  imports: [
    ...[RouterLink, TranslocoDirective, ChoiceBar, Empty, FilterBar, Icon, KeyExpiry, Moment],
    ...[PageHead, Pager, ProblemPanel, Skeleton, StatusChip, Table],
  ],
  providers: [ChosenWebshops],
  templateUrl: './keys-page.html',
  styles: `
    .pick {
      width: 2rem;
    }
    .pick label {
      position: relative;
      display: flex;
      align-items: center;
      width: 2rem;
      min-height: 1.75rem;
    }
    @media (max-width: 47.99rem) {
      .pick label {
        min-height: 2.75rem;
      }
    }
  `,
})
export class KeysPage {
  /** From the address: `/:environment/keys?merchant=&expires=&after=`. */
  readonly environment = input.required<Environment>();
  readonly merchant = input<Id>();
  readonly expires = input<string>();
  readonly after = input<string>();

  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly speaker = inject(Speaker);
  private readonly now = inject(Now);
  protected readonly chosen = inject(ChosenWebshops);
  protected readonly mayWrite = inject(SessionApi).has('keys:write');
  protected readonly rotationLooks = rotationLooks;
  protected readonly inUse = stateLooks.active;

  protected readonly page = inject(KeysApi).all(() =>
    said({
      environment: this.environment(),
      merchantId: this.merchant(),
      expires: this.expires(),
      after: this.after(),
    }),
  );
  protected readonly read = lastRead(this.page);
  protected readonly ofShown = computed(() => this.chosen.of(this.read()?.items ?? []));
  /** The first to expire leads the list; only the first page holds it. */
  protected readonly soonest = computed(() => {
    const first = this.after() || this.expires() ? undefined : this.read()?.items[0];
    if (!first || first.daysLeft === null || first.daysLeft > 60) return undefined;
    const { host, expiresAt: at, daysLeft } = first;
    return { host, ...expiryWord({ at, daysLeft }, this.now.ms()) };
  });
  protected readonly values = computed(() => ({ expires: this.expires() }));
  protected readonly fields = computed<readonly FilterField[]>(() => {
    this.language.current();
    const word = (key: string) => this.words.translate<string>(`keys.${key}`);
    const options = KeyExpiryChoice.options.map((value) => ({
      value,
      word: word(`expiring.${value}`),
    }));
    return [{ key: 'expires', word: word('expires'), kind: 'choice', options }];
  });

  constructor() {
    // A batch is of one environment: what was chosen in the other means nothing here.
    effect(() => {
      this.environment();
      untracked(() => this.chosen.drop());
    });
  }

  protected choose(rows: readonly Choosable[]): void {
    this.chosen.turn(rows);
    const count = this.chosen.ids().length;
    const word = count === 1 ? 'countOne' : 'count';
    void this.speaker.say(this.words.translate<string>(`keys.choose.${word}`, { count }));
  }

  protected filter(changes: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], {
      queryParams: { ...changes, after: null },
      queryParamsHandling: 'merge',
    });
  }
}
