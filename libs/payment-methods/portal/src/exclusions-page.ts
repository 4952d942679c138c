import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { LanguageChoice, PageHead, todayOf } from '@toonbank/ui/look';
import { Empty, lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { exclusionState } from './exclusion-state';
import { ExclusionsTable } from './exclusions-table';
import { MethodFormsApi } from './forms-api';

const nothing = { name: '', asOf: '', until: '', source: '' };

/** Which goods Billink does not take, as far as anybody was told; kept by who may change settings. */
@Component({
  selector: 'tb-exclusions-page',
  imports: [
    ...[TranslocoDirective, Control, Empty, ExclusionsTable, Field, FormField, Note, PageHead],
    ...[ProblemPanel, Skeleton],
  ],
  templateUrl: './exclusions-page.html',
  styleUrl: './forms.css',
})
export class ExclusionsPage {
  private readonly api = inject(MethodFormsApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly mayWrite = inject(SessionApi).has('settings:write');
  protected readonly today = todayOf();
  protected readonly sending = new Sending();
  protected readonly read = this.api.exclusions();
  protected readonly known = lastRead(this.read);

  /** How many hold today: what is over or yet to come does not count. */
  protected readonly lead = computed(() => {
    const items = this.known()?.items;
    if (!items || items.length === 0) return undefined;
    const held = items.filter((group) => exclusionState(group, this.today()) === 'now').length;
    return this.say(`leads.${held === 0 ? 'none' : held === 1 ? 'one' : 'many'}`, held);
  });
  protected readonly crumbs = computed(() =>
    this.mayWrite ? [{ word: this.say('settings'), link: ['/', 'settings', 'agency'] }] : [],
  );

  private readonly model = signal(nothing);
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, 100);
    required(path.asOf);
    required(path.source);
    minLength(path.source, 3);
    maxLength(path.source, 500);
  });

  protected async add(): Promise<void> {
    const { name, asOf, until, source } = this.model();
    const group = { name: name.trim(), asOf, until: until || null, source: source.trim() };
    const isAdded = await this.sending.send(this.form, () => this.api.addExclusion(group));
    if (!isAdded) return;
    // One letter tells of several groups: its source and day are typed once.
    this.model.set({ ...nothing, asOf, source });
    this.form().reset();
    this.read.reload();
    this.toasts.show({ text: this.words.translate('methods.exclusions.added', group) });
  }

  private say(key: string, count?: number): string {
    this.language.current();
    return this.words.translate<string>(`methods.exclusions.${key}`, { count });
  }
}
