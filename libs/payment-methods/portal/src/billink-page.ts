import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, maxLength, minLength, required, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { BillinkForm } from '@toonbank/payment-methods/contract';
import type { Id } from '@toonbank/primitives';
import { Moment } from '@toonbank/ui/figures';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { Tabs } from '@toonbank/ui/lists';
import { PageHead, todayOf } from '@toonbank/ui/look';
import { lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { ExclusionSource } from './exclusion-source';
import { exclusionState } from './exclusion-state';
import { MethodFormsApi } from './forms-api';
import { MerchantCrumbs } from './merchant-crumbs';

const questions = ['inNetherlands', 'dutchConsumers', 'noExcludedGoods'] as const;

/** What Billink gets to know of a merchant before it is requested, and whether it is for it at all. */
@Component({
  selector: 'tb-billink-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Control, ExclusionSource, Field, FormField, Moment, Note],
    ...[PageHead, ProblemPanel, Skeleton, Tabs],
  ],
  providers: [MerchantCrumbs],
  templateUrl: './billink-page.html',
  styleUrl: './forms.css',
})
export class BillinkPage {
  /** From the address: `/merchants/:id/payment-methods/billink`. */
  readonly id = input.required<Id>();

  private readonly api = inject(MethodFormsApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly session = inject(SessionApi);
  protected readonly mayWrite = this.session.has('methods:write');
  protected readonly mayKeep = this.session.has('settings:write');
  protected readonly questions = questions;
  protected readonly sending = new Sending();
  protected readonly read = this.api.billink(() => this.id());
  protected readonly known = lastRead(this.read);
  private readonly listRead = this.api.exclusions();
  private readonly list = lastRead(this.listRead);
  private readonly today = todayOf();
  /** What is excluded today, or will be: what is over does not matter to a merchant any more. */
  protected readonly exclusions = computed(() =>
    this.list()?.items.filter((group) => exclusionState(group, this.today()) !== 'over'),
  );
  /** Together, so that nothing moves; the form waits for nobody who fails. */
  protected readonly isThere = computed(
    () => !!this.known() && (!!this.exclusions() || !!this.listRead.error()),
  );
  private readonly place = inject(MerchantCrumbs);
  protected readonly crumbs = this.place.of(() => this.id());
  protected readonly tabs = this.place.tabs(() => this.id());

  private readonly model = linkedSignal(() => modelOf(this.known()?.form ?? null));
  protected readonly form = form(this.model, (path) => {
    for (const question of [...questions, 'consent'] as const) required(path[question]);
    required(path.goods);
    minLength(path.goods, 3);
    maxLength(path.goods, 200);
    required(path.vatNumber);
    // Of all three together, so it is said here: the server can only name one of them.
    validate(path.serviceEmail, ({ value, valueOf }) => {
      const ways = [value(), valueOf(path.servicePhone), valueOf(path.serviceUrl)];
      const reachable = ways.filter((way) => way.trim() !== '').length;
      return reachable >= 2 ? undefined : { kind: 'two-ways' };
    });
  });

  protected async save(): Promise<void> {
    const said = this.model();
    const isSaved = await this.sending.send(this.form, () =>
      this.api.fillBillink(this.id(), {
        ...{ goods: said.goods.trim(), vatNumber: said.vatNumber.trim() },
        inNetherlands: said.inNetherlands === 'yes',
        dutchConsumers: said.dutchConsumers === 'yes',
        noExcludedGoods: said.noExcludedGoods === 'yes',
        servicePhone: said.servicePhone.trim() || null,
        serviceEmail: said.serviceEmail.trim() || null,
        serviceUrl: said.serviceUrl.trim() || null,
        consent: said.consent === 'yes',
      }),
    );
    if (!isSaved) return;
    this.form().reset();
    this.read.reload();
    this.toasts.show({ text: this.words.translate('methods.billink.saved') });
  }
}

/** Named as the server names it, so that its refusals find their fields. Nothing is said for anybody. */
function modelOf(said: BillinkForm | null) {
  const answer = (value: boolean | undefined) => (value === undefined ? '' : value ? 'yes' : 'no');
  return {
    inNetherlands: answer(said?.inNetherlands),
    dutchConsumers: answer(said?.dutchConsumers),
    noExcludedGoods: answer(said?.noExcludedGoods),
    ...{ goods: said?.goods ?? '', vatNumber: said?.vatNumber ?? '' },
    ...{ serviceEmail: said?.serviceEmail ?? '', servicePhone: said?.servicePhone ?? '' },
    ...{ serviceUrl: said?.serviceUrl ?? '', consent: answer(said?.consent) },
  };
}
