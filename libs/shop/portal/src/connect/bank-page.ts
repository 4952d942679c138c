import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Environment, Id } from '@toonbank/primitives';
import type { BankStep } from '@toonbank/shop/contract';
import { Copyable } from '@toonbank/ui/copying';
import { Moment } from '@toonbank/ui/figures';
import { Sending } from '@toonbank/ui/forms';
import { Icon, PageHead } from '@toonbank/ui/look';
import { lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { ShopsApi } from '../shops-api';
import { ConnectStepper } from './connect-stepper';

/**
 * Connecting a webshop, third step: what only a person can do at the bank. Toonbank can't see it, so a
 * person says when it is done.
 */
@Component({
  selector: 'tb-bank-page',
  imports: [
    ...[RouterLink, TranslocoDirective, ConnectStepper, Copyable, Icon, Moment, Note, PageHead],
    ...[ProblemPanel, Skeleton],
  ],
  templateUrl: './bank-page.html',
  styleUrl: './bank-page.css',
})
export class BankPage {
  /** From the address: `/:environment/webshops/:id/bank`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly api = inject(ShopsApi);
  protected readonly sending = new Sending();
  protected readonly read = this.api.webshop(() => this.id());
  protected readonly webshop = lastRead(this.read);
  protected readonly steps = computed(() => {
    const here = this.webshop()?.environments.find((e) => e.environment === this.environment());
    return [
      { step: 'added', done: here?.added ?? null, mayDo: true },
      { step: 'signed', done: here?.signed ?? null, mayDo: !!here?.added },
    ] as const;
  });
  protected readonly crumbs = computed(() => {
    const webshop = this.webshop();
    if (!webshop) return [];
    return [{ word: webshop.host, link: ['/', this.environment(), 'webshops', webshop.id] }];
  });

  protected async set(step: BankStep, done: boolean): Promise<void> {
    const said = { step, done };
    await this.sending.run(() => this.api.setStep(this.id(), this.environment(), said));
    this.read.reload();
  }
}
