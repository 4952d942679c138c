import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { KeptKeyVersion, KeyVersions } from '@toonbank/keys/contract';
import { Moment } from '@toonbank/ui/figures';
import { Confirmations, Toasts } from '@toonbank/ui/layers';
import { Table } from '@toonbank/ui/lists';
import { Formats, LanguageChoice, Now, StatusChip } from '@toonbank/ui/look';
import { problemOf } from '@toonbank/ui/states';
import { KeyExpiry } from './key-expiry';
import { stateLooks } from './key-states';
import { KeysApi, type Place } from './keys-api';

/** The bank's pairs that are not in use; those that can go say whether that is safe, and go here. */
@Component({
  selector: 'tb-earlier-pairs',
  imports: [RouterLink, TranslocoDirective, KeyExpiry, Moment, StatusChip, Table],
  templateUrl: './earlier-pairs.html',
  styles: `
    .verdict {
      margin-top: var(--s-4);
      max-width: 36ch;
      color: var(--ink-3);
      font-size: var(--t-12);
    }
  `,
})
export class EarlierPairs {
  /** Newest first. */
  readonly pairs = input.required<readonly KeptKeyVersion[]>();
  readonly place = input.required<Place>();
  /** The renewal that is under way. */
  readonly rotation = input<KeyVersions['rotation']>();
  readonly changed = output();

  private readonly api = inject(KeysApi);
  private readonly confirmations = inject(Confirmations);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly formats = inject(Formats);
  private readonly now = inject(Now);
  private readonly mayWrite = inject(SessionApi).has('keys:write');
  protected readonly looks = stateLooks;
  private readonly draining = computed(() =>
    this.pairs().filter(({ state }) => state === 'draining'),
  );
  protected readonly hasActs = computed(
    () => this.mayWrite && this.pairs().some(({ drop, id }) => drop || id === this.inRenewal()),
  );
  /** With the last pair of a webshop that has ended among them. */
  protected readonly head = computed(() =>
    this.pairs().some(({ state }) => state === 'active') ? 'allKeys' : 'earlierKeys',
  );
  /** Once the new pair is in use, the one that it replaced last goes with the renewal. */
  protected readonly inRenewal = computed(() =>
    this.rotation()?.state === 'cut-over' ? this.draining()[0]?.id : undefined,
  );

  /** Whether it can go, in one sentence. */
  protected verdictOf({ drop }: KeptKeyVersion): string {
    this.language.current();
    if (!drop) return '';
    const say = (key: string, values = {}) =>
      this.words.translate<string>(`keys.destroy.verdict.${key}`, values);
    if (drop.isSafe) return say('safe', { hours: drop.quietHours });
    const isQuiet = Date.parse(drop.safeAt) <= this.now.ms();
    const quiet = isQuiet ? '' : say('quiet', { at: this.formats.short(drop.safeAt) });
    const { waitingOrders: count } = drop;
    const few = count === 1 ? 'order' : count >= 100 ? 'manyOrders' : 'orders';
    return [quiet, count === 0 ? '' : say(few, { count })].filter(Boolean).join(' ');
  }

  protected async destroy(pair: KeptKeyVersion): Promise<void> {
    const place = this.place();
    let isEarly = false;
    const isSaid = await this.ask(pair.state === 'active' ? 'askLast' : 'ask', pair, async () => {
      try {
        await this.api.retire(place, pair.id, { anyway: false });
      } catch (error) {
        if (problemOf(error)?.code !== 'rotation-not-quiet') throw error;
        isEarly = true;
      }
    });
    if (!isSaid) return;
    const anyway = () => this.api.retire(place, pair.id, { anyway: true });
    if (isEarly && !(await this.ask('early', pair, anyway))) return;
    this.toasts.show({ text: this.word('done', pair) });
    this.changed.emit();
  }

  private ask(words: string, pair: KeptKeyVersion, does: () => Promise<unknown>): Promise<boolean> {
    const say = (key: string) => this.word(`${words}.${key}`, pair);
    return this.confirmations.ask({
      ...{
        title: say('title'),
        says: [say('means'), this.verdictOf(pair), say('final')],
        act: say('act'),
      },
      ...{ isFinal: true, does },
    });
  }

  private word(key: string, { version }: KeptKeyVersion): string {
    return this.words.translate<string>(`keys.destroy.${key}`, { version });
  }
}
