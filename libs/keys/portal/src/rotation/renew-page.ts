import { Component, computed, inject, input, signal } from '@angular/core';
import { form, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Environment, Id } from '@toonbank/primitives';
import { ShopsApi } from '@toonbank/shop/portal/parts';
import { Sending } from '@toonbank/ui/forms';
import { PageHead } from '@toonbank/ui/look';
import { Empty, lastRead, Note, ProblemPanel, problemOf, Skeleton } from '@toonbank/ui/states';
import { KeysApi } from '../keys-api';
import { PairFields } from '../pair-fields';
import { RotationsApi } from './rotations-api';

/** The new pair of the bank, or the one of the two that is new: with it a renewal begins. */
@Component({
  selector: 'tb-renew-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, Note, PageHead, PairFields, ProblemPanel],
    ...[Skeleton],
  ],
  templateUrl: './renew-page.html',
  styles: `
    .where > * + * {
      margin-top: var(--s-16);
    }
  `,
})
export class RenewPage {
  /** From the address: `/:environment/webshops/:id/keys/renew`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly api = inject(RotationsApi);
  private readonly router = inject(Router);
  protected readonly sending = new Sending();
  protected readonly read = inject(ShopsApi).webshop(() => this.id());
  protected readonly webshop = lastRead(this.read);
  private readonly place = computed(() => ({
    webshopId: this.id(),
    environment: this.environment(),
  }));
  private readonly versions = inject(KeysApi).versions(() => this.place());
  private readonly keys = lastRead(this.versions);
  /** The pair in use: nothing else can be renewed. Undefined while nobody knows. */
  protected readonly inUse = computed(() => {
    const items = this.keys()?.items;
    return items && (items.find((k) => k.kind === 'bank' && k.state === 'active') ?? null);
  });
  private readonly renewals = this.api.page(() => ({
    ...{ environment: this.environment(), webshopId: this.id(), limit: '1' },
  }));
  private readonly latest = lastRead(this.renewals);
  /** A renewal that is under way already. */
  protected readonly open = computed(() => {
    const [last] = this.latest()?.items ?? [];
    return last && !last.endedAt ? last : undefined;
  });
  protected readonly trouble = computed(
    () => this.read.error() ?? this.versions.error() ?? this.renewals.error(),
  );
  protected readonly isThere = computed(
    () => !!this.webshop() && this.inUse() !== undefined && !!this.latest(),
  );

  private readonly model = signal({ signingKey: '', refreshToken: '' });
  protected readonly form = form(this.model, (path) => {
    validate(path.refreshToken, ({ value, valueOf }) =>
      value().trim() || valueOf(path.signingKey).trim() ? undefined : { kind: 'required' },
    );
  });
  protected readonly isOpenElsewhere = computed(
    () => problemOf(this.sending.error())?.code === 'rotation-open',
  );
  protected readonly crumbs = computed(() => {
    const webshop = this.webshop();
    if (!webshop) return [];
    return [{ word: webshop.host, link: ['/', this.environment(), 'webshops', webshop.id] }];
  });

  protected swap(): void {
    this.model.update(({ signingKey, refreshToken }) => ({
      ...{ signingKey: refreshToken, refreshToken: signingKey },
    }));
    void this.submit();
  }

  protected async submit(): Promise<void> {
    const { signingKey, refreshToken } = this.model();
    let begun: Id | undefined;
    const isKept = await this.sending.send(this.form, async () => {
      const pair = {
        ...(signingKey.trim() && { signingKey }),
        ...(refreshToken.trim() && { refreshToken }),
      };
      begun = (await this.api.begin(this.place(), pair)).id;
    });
    if (this.isOpenElsewhere()) this.renewals.reload();
    if (!isKept || !begun) return;
    await this.router.navigate(['/', this.environment(), 'keys', 'rotations', begun]);
  }
}
