import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required, validate } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import { brandOf, type TariffLine, TariffPart } from '@toonbank/payment-methods/contract';
import type { Id } from '@toonbank/primitives';
import { Money } from '@toonbank/ui/figures';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { Table, Tabs } from '@toonbank/ui/lists';
import { Formats, PageHead } from '@toonbank/ui/look';
import { Empty, lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { brandOptions } from './brand-options';
import { MethodFormsApi } from './forms-api';
import { MerchantCrumbs } from './merchant-crumbs';
import { MethodsApi } from './methods-api';
import { figuresOf, isAmount, isPercentage, sayNothing } from './tariff-figures';

const nothing = {
  brand: '',
  part: 'whole' as string,
  fixed: '',
  percent: '',
  from: '',
  source: '',
};

/** What a merchant pays per payment, by the lines of its contract, and what thirty days come to. */
@Component({
  selector: 'tb-costs-page',
  imports: [
    ...[TranslocoDirective, Control, Empty, Field, FormField, Money, Note, PageHead],
    ...[ProblemPanel, Skeleton, Table, Tabs],
  ],
  providers: [MerchantCrumbs],
  templateUrl: './costs-page.html',
  styleUrl: './forms.css',
})
export class CostsPage {
  /** From the address: `/merchants/:id/payment-methods/costs`. */
  readonly id = input.required<Id>();

  private readonly api = inject(MethodFormsApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly formats = inject(Formats);
  protected readonly mayWrite = inject(SessionApi).has('methods:write');
  protected readonly sending = new Sending();
  protected readonly read = this.api.tariffs(() => this.id());
  protected readonly known = lastRead(this.read);
  private readonly place = inject(MerchantCrumbs);
  protected readonly crumbs = this.place.of(() => this.id());
  protected readonly tabs = this.place.tabs(() => this.id());
  private readonly contracts = lastRead(inject(MethodsApi).contracts(() => this.id()));
  /** Also what we do not know: asked for, shown by the bank, or sold. */
  protected readonly brands = computed(() => {
    const { lines = [], estimates = [] } = this.known() ?? {};
    const asked = this.contracts()?.items ?? [];
    return brandOptions([...lines, ...estimates, ...asked].map(({ brand }) => brand));
  });
  protected readonly parts = TariffPart.options;

  private readonly model = signal(nothing);
  protected readonly form = form(this.model, (path) => {
    required(path.brand);
    required(path.from);
    required(path.source);
    minLength(path.source, 3);
    maxLength(path.source, 200);
    validate(path.fixed, ({ value }) => (isAmount(value()) ? undefined : { kind: 'figure' }));
    // Said at the last of the two: who leaves the first one empty may yet fill in the other.
    validate(path.percent, ({ value, valueOf }) => {
      if (sayNothing({ fixed: valueOf(path.fixed), percent: value() })) return { kind: 'nothing' };
      return isPercentage(value()) ? undefined : { kind: 'figure' };
    });
  });
  protected readonly percentFault = computed(() =>
    sayNothing(this.model()) ? 'costs.noFigure' : 'costs.percentFault',
  );

  protected nameOf(brand: string): string {
    return brandOf(brand).name;
  }

  /** Hundredths of a percent are written as cents are: not one is rounded away. */
  protected percentOf({ basisPoints }: TariffLine): string {
    return this.formats.figure(basisPoints);
  }

  protected async add(): Promise<void> {
    const { brand, part, from: validFrom, source, ...typed } = this.model();
    const isSaved = await this.sending.send(this.form, async () => {
      // The form lets nothing through that has none.
      const figures = figuresOf(typed)!;
      const said = { brand, part: TariffPart.parse(part), validFrom, source: source.trim() };
      await this.keep([...this.lines(), { ...said, ...figures }]);
    });
    if (!isSaved) return;
    this.model.set(nothing);
    this.form().reset();
    this.toasts.show({ text: this.words.translate('methods.costs.added') });
  }

  protected async remove(line: TariffLine): Promise<void> {
    await this.sending.run(() => this.keep(this.lines().filter((other) => other !== line)));
  }

  private lines(): readonly TariffLine[] {
    return this.known()?.lines ?? [];
  }

  /** Read anew when it is refused, too: what somebody else changed meanwhile is then seen. */
  private async keep(lines: TariffLine[]): Promise<void> {
    try {
      await this.api.setTariffs(this.id(), { lines, version: this.known()?.version ?? '' });
    } finally {
      this.read.reload();
    }
  }
}
