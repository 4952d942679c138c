import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { KeyVersion } from '@toonbank/keys/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { JustIssued } from '@toonbank/shop/portal/parts';
import { Moment } from '@toonbank/ui/figures';
import { Sending } from '@toonbank/ui/forms';
import { Confirmations, Toasts } from '@toonbank/ui/layers';
import { Table } from '@toonbank/ui/lists';
import { Icon, type StateLook, StatusChip } from '@toonbank/ui/look';
import { IssuedSecret } from '@toonbank/ui/secrets';
import { lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { KeysApi } from './keys-api';
import { SigningMoment } from './signing-moment';

const looks: Readonly<Record<string, StateLook>> = {
  active: { icon: 'circle-check', tone: 'ok' },
  proven: { icon: 'split', tone: 'info' },
  retired: { icon: 'archive-x', tone: 'plain' },
};

/** The pairs that a shop uses in place of the bank's: a second one is issued beside the first. */
@Component({
  selector: 'tb-virtual-keys-page',
  imports: [
    ...[TranslocoDirective, Icon, IssuedSecret, Moment, Note, ProblemPanel, Skeleton],
    ...[SigningMoment, StatusChip, Table],
  ],
  templateUrl: './virtual-keys-page.html',
  styles: `
    .told {
      margin-block: var(--s-16);
    }
    tb-note {
      margin-top: var(--s-16);
    }
  `,
})
export class VirtualKeysPage {
  /** From the address: `/:environment/webshops/:id/virtual-keys`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly api = inject(KeysApi);
  private readonly justIssued = inject(JustIssued);
  private readonly confirmations = inject(Confirmations);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly sending = new Sending();

  protected readonly place = computed(() => ({
    webshopId: this.id(),
    environment: this.environment(),
  }));
  protected readonly read = this.api.versions(this.place);
  private readonly keys = lastRead(this.read);
  protected readonly pairs = computed(() =>
    this.keys()
      ?.items.filter(({ kind }) => kind === 'virtual')
      .map((pair) => ({ pair, look: looks[pair.state] ?? looks['retired']! })),
  );
  protected readonly live = computed(
    () => this.pairs()?.filter(({ pair }) => pair.state !== 'retired').length ?? 0,
  );
  protected readonly issued = computed(
    () => this.justIssued.of(this.id(), this.environment()).pair,
  );

  protected async issue(): Promise<void> {
    await this.sending.run(async () => {
      const { id, signingKey, refreshToken } = await this.api.issueVirtual(this.place());
      const pair = { id, signingKey, refreshToken };
      this.justIssued.keep(this.id(), this.environment(), { pair });
    });
    this.read.reload();
  }

  protected async revoke({ id, version }: KeyVersion): Promise<void> {
    const t = (key: string) => this.words.translate<string>(`keys.${key}`, { version });
    const isDone = await this.confirmations.ask({
      title: t('revokeVirtual.title'),
      says: [t('revokeVirtual.means'), t('revokeVirtual.final')],
      act: t('revokeVirtual.act'),
      isFinal: true,
      does: () => this.api.revokeVirtual(this.place(), id),
    });
    if (!isDone) return;
    this.toasts.show({ text: t('revokeVirtual.done') });
    this.read.reload();
  }
}
