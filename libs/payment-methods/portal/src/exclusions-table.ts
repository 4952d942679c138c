import { Dialog } from '@angular/cdk/dialog';
import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { BillinkExclusion } from '@toonbank/payment-methods/contract';
import { Moment } from '@toonbank/ui/figures';
import { Confirmations, Toasts } from '@toonbank/ui/layers';
import { Table } from '@toonbank/ui/lists';
import { StatusChip } from '@toonbank/ui/look';
import { firstValueFrom } from 'rxjs';
import { EndExclusionDialog } from './end-exclusion-dialog';
import { ExclusionSource } from './exclusion-source';
import { exclusionLooks, exclusionState } from './exclusion-state';
import { MethodFormsApi } from './forms-api';

/** What Billink excludes, on whose word and from when until when. */
@Component({
  selector: 'tb-exclusions-table',
  imports: [TranslocoDirective, ExclusionSource, Moment, StatusChip, Table],
  templateUrl: './exclusions-table.html',
  styles: `
    /* A chip with a tint stands out to the left of its place: it must not lie over the name. */
    .name {
      margin-inline-end: var(--s-12);
      overflow-wrap: anywhere;
    }
    tb-status-chip {
      margin: var(--s-2) 0;
    }
    .day {
      white-space: nowrap;
    }
    .row-acts {
      display: flex;
      justify-content: flex-end;
      gap: var(--s-4);
    }
    @media (max-width: 47.99rem) {
      .row-acts {
        flex-direction: column;
        align-items: flex-end;
      }
    }
  `,
})
export class ExclusionsTable {
  readonly groups = input.required<readonly BillinkExclusion[]>();
  /** Such as `2026-11-25`. */
  readonly today = input.required<string>();
  readonly mayWrite = input.required<boolean>();
  readonly changed = output();

  private readonly api = inject(MethodFormsApi);
  private readonly dialogs = inject(Dialog);
  private readonly confirmations = inject(Confirmations);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly rows = computed(() =>
    this.groups().map((group) => {
      const state = exclusionState(group, this.today());
      return { group, state, look: state === 'now' ? undefined : exclusionLooks[state] };
    }),
  );

  protected async end(group: BillinkExclusion): Promise<void> {
    const { closed } = this.dialogs.open<boolean, BillinkExclusion>(EndExclusionDialog, {
      ...{ data: group, restoreFocus: true },
    });
    if (await firstValueFrom(closed)) this.tell('ending.done', group);
  }

  /** The focus goes on to the row beside, for its own goes away. */
  protected async remove(group: BillinkExclusion, { currentTarget }: Event): Promise<void> {
    const row = (currentTarget as HTMLElement).closest('tr');
    const beside = row?.nextElementSibling ?? row?.previousElementSibling;
    const isDone = await this.confirmations.ask({
      title: this.say('removing.title', group),
      says: [this.say('removing.says', group), this.say('removing.rather', group)],
      act: this.say('removing.act', group),
      isFinal: true,
      does: () => this.api.removeExclusion(group.id),
    });
    if (!isDone) return;
    beside?.querySelector('button')?.focus();
    this.tell('removing.done', group);
  }

  private tell(key: string, group: BillinkExclusion): void {
    this.toasts.show({ text: this.say(key, group) });
    this.changed.emit();
  }

  private say(key: string, { name }: BillinkExclusion): string {
    return this.words.translate<string>(`methods.exclusions.${key}`, { name });
  }
}
