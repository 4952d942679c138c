import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ApiKey } from '@toonbank/access/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { JustIssued } from '@toonbank/shop/portal/parts';
import { Moment } from '@toonbank/ui/figures';
import { Sending } from '@toonbank/ui/forms';
import { Confirmations, Toasts } from '@toonbank/ui/layers';
import { Pager, Table } from '@toonbank/ui/lists';
import { Icon, StatusChip } from '@toonbank/ui/look';
import { IssuedSecret } from '@toonbank/ui/secrets';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { KeysApi } from './keys-api';

/** The keys with which a shop calls our API: issued once, revoked for good. */
@Component({
  selector: 'tb-api-keys-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, Icon, IssuedSecret, Moment, Pager, ProblemPanel],
    ...[Skeleton, StatusChip, Table],
  ],
  templateUrl: './api-keys-page.html',
  styles: `
    tb-issued-secret {
      margin-block: var(--s-16);
    }
  `,
})
export class ApiKeysPage {
  /** From the address: `/:environment/webshops/:id/api-keys?after=`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();
  readonly after = input<string>();

  private readonly api = inject(KeysApi);
  private readonly justIssued = inject(JustIssued);
  private readonly confirmations = inject(Confirmations);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly sending = new Sending();

  private readonly place = computed(() => ({
    webshopId: this.id(),
    environment: this.environment(),
  }));
  protected readonly read = this.api.apiKeys(this.place, () => this.after());
  protected readonly keys = lastRead(this.read);
  protected readonly issued = computed(
    () => this.justIssued.of(this.id(), this.environment()).apiKey,
  );

  protected async issue(): Promise<void> {
    await this.sending.run(async () => {
      const { key } = await this.api.issueApiKey(this.place());
      this.justIssued.keep(this.id(), this.environment(), { apiKey: key });
    });
    this.read.reload();
  }

  protected async revoke({ id, prefix }: ApiKey): Promise<void> {
    const t = (key: string) => this.words.translate<string>(`keys.${key}`, { prefix });
    const isDone = await this.confirmations.ask({
      title: t('revokeApiKey.title'),
      says: [t('revokeApiKey.means'), t('revokeApiKey.final')],
      act: t('revokeApiKey.act'),
      isFinal: true,
      does: () => this.api.revokeApiKey(id),
    });
    if (!isDone) return;
    if (this.issued()?.startsWith(prefix)) {
      this.justIssued.keep(this.id(), this.environment(), { apiKey: undefined });
    }
    this.toasts.show({ text: t('revokeApiKey.done') });
    this.read.reload();
  }
}
