import { Component, computed, input, linkedSignal } from '@angular/core';
import { form, FormField, required, validate } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { StatementQuery, statementPath } from '@toonbank/billing/contract';
import type { Id } from '@toonbank/primitives';
import { Control, Field } from '@toonbank/ui/forms';
import { Icon, todayOf } from '@toonbank/ui/look';

const yearsBack = 7;

/** The statement of a merchant, of a year or of days somebody names, as PDF and CSV. */
@Component({
  selector: 'tb-statement-choice',
  imports: [TranslocoDirective, Control, Field, FormField, Icon],
  template: `<ng-container *transloco="let t; prefix: 'billing.statement'">
    <div class="sec-h">
      <h2>{{ t('title') }}</h2>
      <p>{{ t('remark') }}</p>
    </div>
    <form class="form" (submit)="$event.preventDefault()" novalidate>
      <tb-field [of]="form.period" [label]="t('period')" fault="">
        <select tbControl [formField]="form.period">
          @for (year of years(); track year) {
            <option [value]="year">{{ year }}</option>
          }
          <option value="own">{{ t('own') }}</option>
        </select>
      </tb-field>
      @if (form.period().value() === 'own') {
        <tb-field [of]="form.from" [label]="t('from')" [fault]="t('fromFault')">
          <input tbControl type="date" [formField]="form.from" />
        </tb-field>
        <tb-field [of]="form.until" [label]="t('until')" [fault]="t('untilFault')">
          <input tbControl type="date" [formField]="form.until" />
        </tb-field>
      }
      @if (paths(); as known) {
        <p class="acts">
          <a class="btn" [href]="known.pdf" download
            ><tb-icon name="download" [size]="14" />{{ t('pdf') }}</a
          >
          <a class="btn" [href]="known.csv" download
            ><tb-icon name="download" [size]="14" />{{ t('csv') }}</a
          >
        </p>
      }
    </form>
  </ng-container>`,
  styles: `
    form {
      margin-top: var(--s-12);
    }
  `,
})
export class StatementChoice {
  readonly merchantId = input.required<Id>();

  private readonly today = todayOf();
  private readonly thisYear = computed(() => Number(this.today().slice(0, 4)));
  protected readonly years = computed(() =>
    Array.from({ length: yearsBack }, (_, back) => String(this.thisYear() - back)),
  );

  private readonly model = linkedSignal(() => ({
    ...{ period: String(this.thisYear()), from: `${this.thisYear()}-01-01`, until: this.today() },
  }));
  protected readonly form = form(this.model, (path) => {
    required(path.from);
    required(path.until);
    validate(path.until, ({ value, valueOf }) =>
      StatementQuery.safeParse({ from: valueOf(path.from), until: value() }).success
        ? undefined
        : { kind: 'no-period' },
    );
  });

  private readonly days = computed(() => {
    const { period, from, until } = this.model();
    if (period === 'own') return { from, until };
    const last = `${period}-12-31`;
    return { from: `${period}-01-01`, until: last < this.today() ? last : this.today() };
  });
  /** Null: no days that can be. */
  protected readonly paths = computed(() => {
    const known = StatementQuery.safeParse(this.days()).data;
    if (!known) return null;
    const path = `/${statementPath.replace(':merchantId', this.merchantId())}`;
    const days = `?from=${known.from}&until=${known.until}`;
    return { pdf: `${path}/pdf${days}`, csv: `${path}/csv${days}` };
  });
}
