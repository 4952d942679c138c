import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { KeyVersion, KeyVersions, RevealKey } from '@toonbank/keys/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { Moment } from '@toonbank/ui/figures';
import { Confirmations } from '@toonbank/ui/layers';
import { Icon, StatusChip } from '@toonbank/ui/look';
import { KeyCard } from '@toonbank/ui/secrets';
import { Note } from '@toonbank/ui/states';
import { ExpiryForm } from './expiry-form';
import { KeyExpiry } from './key-expiry';
import { rotationLooks, stateLooks } from './key-states';
import { KeysApi } from './keys-api';
import { ShownKey } from './shown-key';

const names = { 'signing-key': 'Signing Key', 'refresh-token': 'Refresh Token' } as const;

/** The pair of the bank that is in use: what proves it, when it expires, and the way to see a key. */
@Component({
  selector: 'tb-bank-pair',
  imports: [
    ...[NgTemplateOutlet, RouterLink, TranslocoDirective, ExpiryForm, Icon, KeyCard, KeyExpiry],
    ...[Moment, Note, StatusChip],
  ],
  providers: [ShownKey],
  templateUrl: './bank-pair.html',
  styleUrl: './webshop-page.css',
  styles: `
    :host {
      display: block;
    }
    .renewal {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s-8) var(--s-12);
      margin-top: var(--s-16);
    }
    .left {
      color: var(--ink-3);
      font-size: var(--t-12);
      white-space: nowrap;
    }
  `,
})
export class BankPair {
  readonly pair = input.required<KeyVersion>();
  readonly webshop = input.required<Id>();
  readonly environment = input.required<Environment>();
  readonly poiId = input<string | null>();
  /** The renewal that is under way. */
  readonly rotation = input<KeyVersions['rotation']>();
  /** Something about the pair is other than it was read. */
  readonly changed = output();

  private readonly api = inject(KeysApi);
  private readonly session = inject(SessionApi);
  private readonly confirmations = inject(Confirmations);
  private readonly words = inject(TranslocoService);
  protected readonly rotationLooks = rotationLooks;
  protected readonly shown = inject(ShownKey);
  protected readonly mayReveal = this.session.has('keys:reveal');
  protected readonly mayAudit = this.session.has('audit:read');
  protected readonly mayWrite = this.session.has('keys:write');
  protected readonly mayType = computed(() => this.mayWrite && this.pair().expiryFrom !== 'token');
  /** The bank shows that a token works; a signing key is shown by the first message under it. */
  protected readonly unseen = stateLooks.staged;
  protected readonly look = computed(() => stateLooks[this.pair().state]);
  protected readonly place = computed(() => ({
    webshopId: this.webshop(),
    environment: this.environment(),
  }));

  protected nameOf(key: RevealKey['key']): string {
    return names[key];
  }

  protected valueOf(key: RevealKey['key']): string | undefined {
    return this.shown.valueOf({ pair: this.pair().id, key });
  }

  protected async reveal(key: RevealKey['key']): Promise<void> {
    const [place, pair] = [this.place(), this.pair().id];
    const say = (word: string) =>
      this.words.translate<string>(`keys.reveal.${word}`, { name: names[key] });
    const isShown = await this.confirmations.ask({
      title: say('title'),
      says: [say('means'), say('kept')],
      act: say('act'),
      asksReason: true,
      does: async ({ reason }) => {
        const answer = await this.api.reveal(place, pair, { key, reason });
        this.shown.show({ pair, key }, answer);
      },
    });
    if (isShown) this.changed.emit();
  }
}
