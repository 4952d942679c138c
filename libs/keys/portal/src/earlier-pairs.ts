import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { KeyVersion, KeyVersions } from '@toonbank/keys/contract';
import { Moment } from '@toonbank/ui/figures';
import { Confirmations, Toasts } from '@toonbank/ui/layers';
import { Table } from '@toonbank/ui/lists';
import { StatusChip } from '@toonbank/ui/look';
import { problemOf } from '@toonbank/ui/states';
import { KeyExpiry } from './key-expiry';
import { stateLooks } from './key-states';
import { KeysApi, type Place } from './keys-api';

/** The bank's pairs that are not in use; one that was replaced is destroyed here. */
@Component({
  selector: 'tb-earlier-pairs',
  imports: [RouterLink, TranslocoDirective, KeyExpiry, Moment, StatusChip, Table],
  templateUrl: './earlier-pairs.html',
})
export class EarlierPairs {
  /** Newest first. */
  readonly pairs = input.required<readonly KeyVersion[]>();
  readonly place = input.required<Place>();
  /** The renewal that is under way. */
  readonly rotation = input<KeyVersions['rotation']>();
  readonly changed = output();

  private readonly api = inject(KeysApi);
  private readonly confirmations = inject(Confirmations);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly mayWrite = inject(SessionApi).has('keys:write');
  protected readonly looks = stateLooks;
  private readonly draining = computed(() =>
    this.pairs().filter(({ state }) => state === 'draining'),
  );
  protected readonly hasActs = computed(() => this.mayWrite && this.draining().length > 0);
  /** Once the new pair is in use, the one that it replaced last goes with the renewal. */
  protected readonly inRenewal = computed(() =>
    this.rotation()?.state === 'cut-over' ? this.draining()[0]?.id : undefined,
  );

  protected async destroy(pair: KeyVersion): Promise<void> {
    const place = this.place();
    let isEarly = false;
    const isSaid = await this.ask('ask', pair, async () => {
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

  private ask(words: string, pair: KeyVersion, does: () => Promise<unknown>): Promise<boolean> {
    const say = (key: string) => this.word(`${words}.${key}`, pair);
    return this.confirmations.ask({
      ...{ title: say('title'), says: [say('means'), say('final')], act: say('act') },
      ...{ isFinal: true, does },
    });
  }

  private word(key: string, { version }: KeyVersion): string {
    return this.words.translate<string>(`keys.destroy.${key}`, { version });
  }
}
