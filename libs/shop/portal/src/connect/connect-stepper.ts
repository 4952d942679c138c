import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Environment } from '@toonbank/primitives';
import type { DoneStep, WebshopDetail } from '@toonbank/shop/contract';
import { type Step, Stepper } from '@toonbank/ui/steps';
import { Formats, LanguageChoice } from '@toonbank/ui/look';
import { shopWords } from '../shop-words';

const order = ['address', 'counter', 'bank', 'keys', 'builder'] as const;
export type ConnectStep = (typeof order)[number];

/** The bank's order of connecting a webshop (S10), and where this one stands. */
@Component({
  selector: 'tb-connect-stepper',
  imports: [TranslocoDirective, Stepper],
  providers: [shopWords],
  template: `<tb-stepper *transloco="let t" [steps]="steps()" />`,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--s-32);
    }
  `,
})
export class ConnectStepper {
  readonly current = input.required<ConnectStep>();
  readonly environment = input.required<Environment>();
  /** None before it is made. */
  readonly webshop = input<WebshopDetail>();

  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly formats = inject(Formats);
  private readonly here = computed(() =>
    this.webshop()?.environments.find((e) => e.environment === this.environment()),
  );

  protected readonly steps = computed<readonly Step[]>(() => {
    this.language.current();
    return order.map((step) => ({
      name: this.words.translate(`shops.steps.${step}.name`),
      more: this.proof(step) ?? this.words.translate<string>(`shops.steps.${step}.more`),
      state: step === this.current() ? 'current' : this.isDone(step) ? 'done' : 'waiting',
      ...(this.linkOf(step) && { link: this.linkOf(step) }),
    }));
  });

  private isDone(step: ConnectStep): boolean {
    if (step === 'address') return !!this.webshop() || this.current() === 'counter';
    if (step === 'counter') return !!this.webshop();
    const { signed, keysProvenAt } = this.here() ?? {};
    // Keys work only once the bank has the signature (S10): who has them is past that step.
    if (step === 'bank') return !!signed || !!keysProvenAt;
    return step === 'keys' && !!keysProvenAt;
  }

  private proof(step: ConnectStep): string | undefined {
    const webshop = this.webshop();
    if (step === 'address') return webshop?.host;
    if (step === 'counter') return webshop && `${webshop.shopName}, ${webshop.pointOfSaleName}`;
    if (step === 'bank') return this.said(this.here()?.signed);
    const at = step === 'keys' ? this.here()?.keysProvenAt : undefined;
    return at ? this.formats.short(at) : undefined;
  }

  private said(step: DoneStep | null | undefined): string | undefined {
    return step ? [this.formats.short(step.at), step.by].filter(Boolean).join(', ') : undefined;
  }

  private linkOf(step: ConnectStep): readonly string[] | undefined {
    const webshop = this.webshop();
    if (!webshop) return undefined;
    const pages = { address: 'edit', counter: '', bank: 'bank', keys: 'keys', builder: 'snippet' };
    const page = pages[step];
    return page ? ['/', this.environment(), 'webshops', webshop.id, page] : undefined;
  }
}
