import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Member, ResetLink } from '@toonbank/access/contract';
import type { AgencyRole } from '@toonbank/primitives';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Confirmations, Toasts } from '@toonbank/ui/layers';
import { Formats, LanguageChoice } from '@toonbank/ui/look';
import { IssuedSecret } from '@toonbank/ui/secrets';
import { ProblemPanel } from '@toonbank/ui/states';
import { rolesFor } from './roles';
import { TeamApi, type TeamOf } from './team-api';
import { TeamPlace } from './team-place';

/** What can be done about one member: another role, a reset link, taking them out. */
@Component({
  selector: 'tb-member-acts',
  imports: [TranslocoDirective, Control, Field, FormField, IssuedSecret, ProblemPanel],
  templateUrl: './member-acts.html',
  styleUrl: './member-acts.css',
})
export class MemberActs {
  readonly member = input.required<Member>();
  readonly of = input.required<TeamOf>();
  readonly ofMerchant = input.required<boolean>();
  readonly changed = output();

  private readonly api = inject(TeamApi);
  private readonly confirmations = inject(Confirmations);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly formats = inject(Formats);
  protected readonly place = inject(TeamPlace);
  protected readonly sending = new Sending();
  protected readonly link = signal<ResetLink | undefined>(undefined);
  protected readonly roles = computed(() => rolesFor(this.ofMerchant(), this.place.role()));
  /** Of owners only owners dispose. */
  protected readonly mayAct = computed(
    () => this.ofMerchant() || this.member().role !== 'owner' || this.place.role() === 'owner',
  );
  private readonly model = linkedSignal<{ role: AgencyRole }>(() => ({ role: this.member().role }));
  protected readonly form = form(this.model);

  protected async save(): Promise<void> {
    const { loginId, email } = this.member();
    const { role } = this.model();
    const isDone = await this.sending.send(this.form, () =>
      this.api.changeRole(loginId, role, this.of()),
    );
    if (!isDone) return;
    this.changed.emit();
    this.toasts.show({ text: this.say('roleChanged', { email, role: this.nameOf(role) }) });
  }

  protected async makeLink(): Promise<void> {
    await this.sending.run(async () =>
      this.link.set(
        await this.api.resetLink(this.member().loginId, { language: this.language.current() }),
      ),
    );
  }

  protected async remove(): Promise<void> {
    const { loginId, email } = this.member();
    const isDone = await this.confirmations.ask({
      title: this.say('removeTitle', { email }),
      says: [this.say('removeSays'), this.say('removeMore')],
      act: this.say('removeAct', { email }),
      isFinal: true,
      does: () => this.api.remove(loginId, this.of()),
    });
    if (!isDone) return;
    this.toasts.show({ text: this.say('removed', { email }) });
    await this.router.navigate([], { queryParams: { open: null }, queryParamsHandling: 'merge' });
    this.changed.emit();
  }

  private nameOf(role: AgencyRole): string {
    return this.say(`roles.${role}.name`);
  }

  private say(key: string, parts?: object): string {
    return this.words.translate<string>(`people.team.${key}`, { ...parts });
  }
}
