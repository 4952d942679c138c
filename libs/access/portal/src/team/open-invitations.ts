import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Invitation, MadeInvitation } from '@toonbank/access/contract';
import { Moment } from '@toonbank/ui/figures';
import { Sending } from '@toonbank/ui/forms';
import { Confirmations, Toasts } from '@toonbank/ui/layers';
import { Table } from '@toonbank/ui/lists';
import { Formats, LanguageChoice, Now, StatusChip } from '@toonbank/ui/look';
import { IssuedSecret } from '@toonbank/ui/secrets';
import { lastRead, ProblemPanel } from '@toonbank/ui/states';
import { TeamApi, type TeamOf } from './team-api';

/** How the mail with the link is doing. */
const mailLooks = {
  waiting: { icon: 'hourglass', tone: 'plain' },
  sent: { icon: 'check-check', tone: 'ok' },
  'given-up': { icon: 'circle-x', tone: 'bad' },
} as const;

/** Whom one asked in and who has not come yet. Stays away while there is nobody. */
@Component({
  selector: 'tb-open-invitations',
  imports: [TranslocoDirective, IssuedSecret, Moment, ProblemPanel, StatusChip, Table],
  templateUrl: './open-invitations.html',
  styleUrl: './open-invitations.css',
})
export class OpenInvitations {
  readonly of = input.required<TeamOf>();

  private readonly api = inject(TeamApi);
  private readonly confirmations = inject(Confirmations);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly now = inject(Now);
  private readonly language = inject(LanguageChoice);
  protected readonly formats = inject(Formats);
  protected readonly sending = new Sending();
  protected readonly page = this.api.invitations(() => this.of());
  private readonly read = lastRead(this.page);
  protected readonly invitations = computed(() => this.read()?.items ?? []);
  protected readonly made = signal<MadeInvitation | undefined>(undefined);

  protected readonly mailLooks = mailLooks;

  protected isLate({ expiresAt }: Invitation): boolean {
    return Date.parse(expiresAt) <= this.now.ms();
  }

  /** The link is told once: who lost it gets another, and the one before opens nothing any more. */
  protected async renew({ id, email, role, merchantId }: Invitation): Promise<void> {
    await this.sending.run(async () => {
      await this.api.withdraw(id);
      const place = merchantId ? { merchantId } : {};
      const language = this.language.current();
      this.made.set(await this.api.invite({ email, role, language, ...place }));
    });
    this.page.reload();
  }

  protected async withdraw({ id, email }: Invitation): Promise<void> {
    const isDone = await this.confirmations.ask({
      title: this.say('withdrawTitle', { email }),
      says: [this.say('withdrawSays')],
      act: this.say('withdrawAct'),
      isFinal: true,
      does: () => this.api.withdraw(id),
    });
    if (!isDone) return;
    this.page.reload();
    this.toasts.show({ text: this.say('withdrawn', { email }) });
  }

  private say(key: string, parts?: object): string {
    return this.words.translate<string>(`people.invitations.${key}`, { ...parts });
  }
}
