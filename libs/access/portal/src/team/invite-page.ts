import { Component, computed, inject, input, signal } from '@angular/core';
import { email, form, FormField, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { MadeInvitation } from '@toonbank/access/contract';
import type { AgencyRole } from '@toonbank/primitives';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Formats, LanguageChoice, PageHead } from '@toonbank/ui/look';
import { IssuedSecret } from '@toonbank/ui/secrets';
import { ProblemPanel } from '@toonbank/ui/states';
import { rolesFor } from './roles';
import { TeamApi } from './team-api';
import { TeamPlace } from './team-place';

const nobody = { email: '', role: 'viewer' as AgencyRole };

/** Asks somebody in: their address, a role, and then a link, which is mailed and told once. */
@Component({
  selector: 'tb-invite-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Control, Field, FormField],
    ...[IssuedSecret, PageHead, ProblemPanel],
  ],
  templateUrl: './invite-page.html',
})
export class InvitePage {
  /** From the address: `/team/invite?of=merchant&merchant=`. */
  readonly of = input<string>();
  readonly merchant = input<string>();

  private readonly api = inject(TeamApi);
  private readonly place = inject(TeamPlace);
  private readonly language = inject(LanguageChoice);
  protected readonly formats = inject(Formats);
  protected readonly sending = new Sending();
  protected readonly made = signal<MadeInvitation | undefined>(undefined);
  protected readonly isOfMerchant = computed(
    () => this.place.isMerchants() || this.of() === 'merchant',
  );
  protected readonly roles = computed(() => rolesFor(this.isOfMerchant(), this.place.role()));
  protected readonly back = computed(() =>
    this.of() === 'merchant' ? ['/team/of-merchant'] : ['/team'],
  );
  private readonly model = signal(nobody);
  protected readonly form = form(this.model, (path) => {
    required(path.email);
    email(path.email);
  });

  protected async send(): Promise<void> {
    const merchantId = this.of() === 'merchant' ? this.merchant() : undefined;
    const language = this.language.current();
    const invite = { ...this.model(), language, ...(merchantId && { merchantId }) };
    await this.sending.send(this.form, async () => this.made.set(await this.api.invite(invite)));
  }

  protected another(): void {
    this.made.set(undefined);
    this.model.set(nobody);
    this.form().reset();
  }
}
