import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { Environment, Id } from '@toonbank/primitives';
import { softwareText, UrlPricePlace } from '@toonbank/shop/portal/parts';
import { Copyable } from '@toonbank/ui/copying';
import { Moment } from '@toonbank/ui/figures';
import { type StateLook, StatusChip } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { BankPair } from './bank-pair';
import { EarlierPairs } from './earlier-pairs';
import { KeysApi } from './keys-api';
import { RefusedMessagesPlace } from './refused-messages-place';
import { WebshopFrame } from './webshop-frame';

const heard: StateLook = { icon: 'circle-check', tone: 'ok' };
const silent: StateLook = { icon: 'hourglass', tone: 'plain' };

/** Does this webshop work? Its keys with what proves them, its webhook, and what the bank calls it. */
@Component({
  selector: 'tb-webshop-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Copyable, BankPair, EarlierPairs, Empty, Moment],
    ...[ProblemPanel, RefusedMessagesPlace, Skeleton, StatusChip, UrlPricePlace],
  ],
  templateUrl: './webshop-page.html',
  styleUrl: './webshop-page.css',
})
export class WebshopPage {
  /** From the address: `/:environment/webshops/:id`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly api = inject(KeysApi);
  private readonly session = inject(SessionApi);
  protected readonly frame = inject(WebshopFrame);
  protected readonly softwareText = softwareText;
  protected readonly mayPrice = this.session.has('merchants:read');
  protected readonly mayWriteKeys = this.session.has('keys:write');
  protected readonly mayHear = this.session.has('notifications:read');
  protected readonly isAgency = computed(() => !this.session.current()?.chosen?.merchantId);

  protected readonly place = computed(() => ({
    webshopId: this.id(),
    environment: this.environment(),
  }));
  protected readonly read = this.api.versions(this.place);
  private readonly keys = lastRead(this.read);
  protected readonly rotation = computed(() => this.keys()?.rotation);
  protected readonly isRead = computed(() => this.keys() !== undefined);
  private readonly bank = computed(() => this.keys()?.items.filter((k) => k.kind === 'bank') ?? []);
  protected readonly active = computed(() => this.bank().find(({ state }) => state === 'active'));
  protected readonly earlier = computed(() =>
    // The last pair of a webshop that has ended can go as well.
    this.bank().filter(({ state, drop }) => state !== 'active' || drop),
  );
  protected readonly lastNotificationAt = computed(() => this.keys()?.lastNotificationAt);
  protected readonly webhook = computed(() => (this.lastNotificationAt() ? heard : silent));
  private readonly agencyRead = this.api.agency();
  protected readonly webhookUrl = computed(() =>
    this.agencyRead.hasValue() ? this.agencyRead.value().webhookUrl : null,
  );
  protected readonly other = computed<Environment>(() =>
    this.environment() === 'sandbox' ? 'production' : 'sandbox',
  );
  protected readonly otherIsReady = computed(() => {
    const there = this.frame.webshop()?.environments.find((e) => e.environment === this.other());
    return !!there?.poiId && !!there.keysProvenAt;
  });
}
