import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { KeyExpiryChoice } from '@toonbank/keys/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { said } from '@toonbank/ui/asking';
import { Moment } from '@toonbank/ui/figures';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Pager, Table } from '@toonbank/ui/lists';
import { LanguageChoice, PageHead, StatusChip } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { batchLooks } from './batch-looks';
import { BatchesApi } from './batches-api';
import { Chosen } from './chosen';
import { idsIn } from './chosen-ids';

/** Renewals of many webshops at once, newest first, and the way to plan one. */
@Component({
  selector: 'tb-batches-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Chosen, Control, Empty, Field, FormField, Moment, PageHead],
    ...[Pager, ProblemPanel, Skeleton, StatusChip, Table],
  ],
  templateUrl: './batches-page.html',
  styles: `
    .plan {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--s-8) var(--s-12);
      margin-bottom: var(--s-24);
    }
  `,
})
export class BatchesPage {
  /** From the address: `/:environment/keys/batches?webshops=&merchant=&after=`. */
  readonly environment = input.required<Environment>();
  /** Those that were chosen one by one; none: by when their keys expire. */
  readonly webshops = input<string>();
  readonly merchant = input<Id>();
  readonly after = input<string>();

  private readonly api = inject(BatchesApi);
  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly looks = batchLooks;
  protected readonly choices = KeyExpiryChoice.options;
  protected readonly chosen = computed(() => idsIn(this.webshops()));
  protected readonly sending = new Sending();
  private readonly model = signal<{ expires: KeyExpiryChoice }>({ expires: 'within-30' });
  protected readonly form = form(this.model);
  protected readonly page = this.api.page(() =>
    said({ environment: this.environment(), after: this.after() }),
  );
  protected readonly read = lastRead(this.page);
  protected readonly crumbs = computed(() => {
    this.language.current();
    const word = this.words.translate<string>('batches.keys');
    return [{ word, link: ['/', this.environment(), 'keys'] }];
  });

  protected totalOf(counts: Readonly<Record<string, number>>): number {
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  protected async plan(): Promise<void> {
    const environment = this.environment();
    const webshopIds = this.chosen();
    const merchantId = this.merchant();
    const { expires } = this.model();
    const byExpiry = { expires, ...(merchantId && { merchantId }) };
    let planned: Id | undefined;
    await this.sending.send(this.form, async () => {
      const asked = { environment, ...(webshopIds.length > 0 ? { webshopIds } : byExpiry) };
      planned = (await this.api.plan(asked)).id;
    });
    if (planned) await this.router.navigate(['/', environment, 'keys', 'batches', planned]);
  }
}
