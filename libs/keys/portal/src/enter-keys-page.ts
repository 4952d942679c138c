import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, pattern, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Environment, Id } from '@toonbank/primitives';
import { ConnectStepper, ShopsApi } from '@toonbank/shop/portal/parts';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { PageHead } from '@toonbank/ui/look';
import { lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { KeysApi } from './keys-api';
import { PairFields } from './pair-fields';

/** The bank's keys of a webshop, pasted from its dashboard; kept only when the bank shows they work. */
@Component({
  selector: 'tb-enter-keys-page',
  imports: [
    ...[RouterLink, TranslocoDirective, ConnectStepper, Control, Field, FormField, Note],
    ...[PageHead, PairFields, ProblemPanel, Skeleton],
  ],
  templateUrl: './enter-keys-page.html',
  styles: `
    .where > * + * {
      margin-top: var(--s-16);
    }
  `,
})
export class EnterKeysPage {
  /** From the address: `/:environment/webshops/:id/keys`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly shops = inject(ShopsApi);
  private readonly api = inject(KeysApi);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly sending = new Sending();

  protected readonly read = this.shops.webshop(() => this.id());
  protected readonly webshop = lastRead(this.read);
  protected readonly here = computed(() =>
    this.webshop()?.environments.find((e) => e.environment === this.environment()),
  );
  private readonly knownPoi = computed(() => this.here()?.poiId ?? '');
  private readonly model = linkedSignal(() => ({
    poiId: this.knownPoi(),
    signingKey: '',
    refreshToken: '',
  }));
  protected readonly form = form(this.model, (path) => {
    required(path.poiId);
    pattern(path.poiId, /^\s*[1-9]\d{0,18}\s*$/);
    required(path.signingKey);
    required(path.refreshToken);
  });
  protected readonly crumbs = computed(() => {
    const webshop = this.webshop();
    if (!webshop) return [];
    return [{ word: webshop.host, link: ['/', this.environment(), 'webshops', webshop.id] }];
  });

  protected swap(): void {
    const { signingKey, refreshToken } = this.model();
    this.model.update((model) => ({
      ...model,
      signingKey: refreshToken,
      refreshToken: signingKey,
    }));
    void this.submit();
  }

  protected async submit(): Promise<void> {
    const place = { webshopId: this.id(), environment: this.environment() };
    const { poiId, signingKey, refreshToken } = this.model();
    const isKept = await this.sending.send(this.form, async () => {
      // First: a pair that the bank refuses leaves everything as it was; one that was kept may come again.
      await this.api.enter(place, { signingKey, refreshToken });
      if (poiId.trim() !== this.knownPoi()) {
        await this.shops.setPoi(place.webshopId, place.environment, poiId.trim());
      }
    });
    if (!isKept) return;
    this.toasts.show({ text: this.words.translate('keys.kept') });
    await this.router.navigate(['/', place.environment, 'webshops', place.webshopId]);
  }
}
