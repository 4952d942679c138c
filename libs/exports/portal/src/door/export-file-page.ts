import { Component, inject, resource, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ClosedLink, Gate, takenToken } from '@toonbank/access/portal/parts';
import { Moment } from '@toonbank/ui/figures';
import { Sending } from '@toonbank/ui/forms';
import { Formats, Icon } from '@toonbank/ui/look';
import { ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { ExportTexts } from '../export-texts';
import { ExportsApi } from '../exports-api';
import { Fetching } from '../fetching';

/** Where the link of a mail leads: says what it opens, and asks first, so that looking uses nothing up. */
@Component({
  selector: 'tb-export-file-page',
  imports: [TranslocoDirective, ClosedLink, Gate, Icon, Moment, ProblemPanel, Skeleton],
  templateUrl: './export-file-page.html',
  styles: `
    .door {
      display: grid;
      gap: var(--s-16);
    }
  `,
})
export class ExportFilePage {
  private readonly api = inject(ExportsApi);
  private readonly fetching = inject(Fetching);
  protected readonly token = takenToken();
  protected readonly texts = inject(ExportTexts);
  protected readonly formats = inject(Formats);
  protected readonly sending = new Sending();
  protected readonly isOnItsWay = signal(false);
  protected readonly look = resource({
    params: () => this.token(),
    loader: ({ params: token }) => this.api.look(token),
  });

  /** Looks once more: a link that was used meanwhile is told here, and not as a file of one line. */
  protected async fetch(): Promise<void> {
    const token = this.token()!;
    const isOpen = await this.sending.run(() => this.api.look(token));
    this.isOnItsWay.set(isOpen);
    if (isOpen) this.fetching.open(this.api.fileOf(token));
  }
}
