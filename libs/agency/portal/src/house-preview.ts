import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { HouseStyle } from '@toonbank/agency/contract';
import { HouseLogo } from './house-logo';

/** The top of a merchant's page, as it looks with these choices. */
@Component({
  selector: 'tb-house-preview',
  imports: [TranslocoDirective, HouseLogo],
  template: `<ng-container *transloco="let t; prefix: 'agency'">
    <div class="counter" [style.--house]="style()?.colour" [style.--on-house]="style()?.text">
      <tb-house-logo [name]="name()" [logoUrl]="logoUrl()" />
      <strong>{{ t('aMerchant') }}</strong>
    </div>
    <p class="meta">
      @if (style(); as style) {
        {{ t('contrast', { contrast: contrast(), text: t('texts.' + style.text) }) }}
      } @else {
        {{ t('noColour') }}
      }
    </p>
  </ng-container>`,
  styles: `
    :host {
      display: grid;
      gap: var(--s-12);
    }
    .counter {
      display: flex;
      align-items: center;
      gap: var(--s-12);
      min-height: 3.5rem;
      padding: var(--s-8) var(--s-16);
      border: 1px solid var(--rule);
      border-top: 3px solid var(--house, var(--accent));
      background: var(--bg);
    }
  `,
})
export class HousePreview {
  readonly style = input.required<HouseStyle | null>();
  readonly name = input.required<string>();
  readonly logoUrl = input.required<string | null>();
  protected readonly contrast = computed(() => this.style()?.contrast.toFixed(1) ?? '');
}
