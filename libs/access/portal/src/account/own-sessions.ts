import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { OwnSession } from '@toonbank/access/contract';
import { Moment } from '@toonbank/ui/figures';
import { Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { Table } from '@toonbank/ui/lists';
import { Icon, StatusChip } from '@toonbank/ui/look';
import { lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { AccountApi } from './account-api';

/** Where one is signed in, and an end to that. */
@Component({
  selector: 'tb-own-sessions',
  imports: [TranslocoDirective, Icon, Moment, ProblemPanel, Skeleton, StatusChip, Table],
  templateUrl: './own-sessions.html',
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s-12);
    }
    .where {
      display: inline-flex;
      align-items: center;
      gap: var(--s-8);
    }
  `,
})
export class OwnSessions {
  private readonly api = inject(AccountApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly sending = new Sending();
  protected readonly list = this.api.sessions();
  private readonly read = lastRead(this.list);
  protected readonly sessions = computed(() => this.read()?.items);
  protected readonly hasOthers = computed(() => (this.sessions()?.length ?? 0) > 1);

  reload(): void {
    this.list.reload();
  }

  /** `Firefox, Linux`; undefined when the browser did not say. */
  protected nameOf({ browser, system }: OwnSession): string | undefined {
    return [browser, system].filter(Boolean).join(', ') || undefined;
  }

  protected isPhone({ system }: OwnSession): boolean {
    return ['iPhone', 'iPad', 'Android'].includes(system ?? '');
  }

  protected end({ id }: OwnSession): Promise<void> {
    return this.ending('ended', () => this.api.end(id));
  }

  protected endOthers(): Promise<void> {
    return this.ending('othersEnded', () => this.api.endOthers());
  }

  private async ending(word: string, call: () => Promise<void>): Promise<void> {
    const isDone = await this.sending.run(call);
    this.reload();
    if (isDone) this.toasts.show({ text: this.words.translate(`people.sessions.${word}`) });
  }
}
