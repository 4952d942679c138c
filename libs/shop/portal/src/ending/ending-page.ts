import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Environment, Id } from '@toonbank/primitives';
import { Moment } from '@toonbank/ui/figures';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { Formats, Icon, LanguageChoice, PageHead, StatusChip } from '@toonbank/ui/look';
import { lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { ShopsApi } from '../shops-api';
import { endingLooks, endingStateOf } from '../webshop-states';

/**
 * The day on which a webshop ends: what stops then, what goes on, and what a person has to do at the
 * bank, because Toonbank only keeps the day.
 */
@Component({
  selector: 'tb-ending-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Control, Field, FormField, Icon, Moment, Note, PageHead],
    ...[ProblemPanel, Skeleton, StatusChip],
  ],
  templateUrl: './ending-page.html',
  styles: `
    form,
    tb-note,
    tb-note + .facts,
    .facts + .acts {
      margin-top: var(--s-12);
    }
  `,
})
export class EndingPage {
  /** From the address: `/:environment/webshops/:id/ending`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly api = inject(ShopsApi);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly formats = inject(Formats);
  protected readonly sending = new Sending();
  protected readonly parts = ['announcements', 'keys', 'meter', 'open', 'undo'] as const;

  protected readonly read = this.api.webshop(() => this.id());
  protected readonly webshop = lastRead(this.read);
  private readonly ending = computed(() => this.webshop()?.ending ?? null);
  protected readonly state = computed(() => endingStateOf(this.ending()));
  protected readonly look = computed(() => endingLooks[this.state()]);
  protected readonly lead = computed(() => {
    this.language.current();
    const day = this.formats.date(this.ending()?.endsOn ?? new Date(0).toISOString());
    return this.words.translate<string>(`shops.ending.leads.${this.state()}`, { day });
  });
  protected readonly back = computed(() => ['/', this.environment(), 'webshops', this.id()]);
  protected readonly crumbs = computed(() => {
    const webshop = this.webshop();
    return webshop ? [{ word: webshop.host, link: this.back() }] : [];
  });

  private readonly model = linkedSignal(() => ({
    endsOn: this.ending()?.endsOn ?? '',
    reason: this.ending()?.reason ?? '',
  }));
  protected readonly form = form(this.model, (path) => {
    required(path.endsOn);
    maxLength(path.reason, 200);
  });

  protected async submit(): Promise<void> {
    const { endsOn, reason } = this.model();
    const said = reason.trim();
    const isSet = await this.sending.send(this.form, () =>
      this.api.setEnding(this.id(), { endsOn, ...(said && { reason: said }) }),
    );
    if (isSet) await this.done('set', this.formats.date(endsOn));
  }

  protected async undo(): Promise<void> {
    if (await this.sending.run(() => this.api.undoEnding(this.id()))) await this.done('undone', '');
  }

  protected async saidAtBank(): Promise<void> {
    const day = this.ending()?.endsOn ?? null;
    if (!(await this.sending.run(() => this.api.saidAtBank(this.id(), day)))) return;
    this.toasts.show({ text: this.words.translate('shops.ending.done.atBank') });
    this.read.reload();
  }

  protected async takeBackAtBank(): Promise<void> {
    if (!(await this.sending.run(() => this.api.takeBackAtBank(this.id())))) return;
    this.toasts.show({ text: this.words.translate('shops.ending.done.takenBack') });
    this.read.reload();
  }

  private async done(what: 'set' | 'undone', day: string): Promise<void> {
    this.toasts.show({ text: this.words.translate(`shops.ending.done.${what}`, { day }) });
    await this.router.navigate(this.back());
  }
}
