import { Component, computed, input, output } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { Control, Field } from '@toonbank/ui/forms';
import { Icon } from '@toonbank/ui/look';

/** What stands below each field: what belongs in it, and what is wrong when nothing does. */
export interface PairHints {
  readonly signingKey: string;
  readonly signingKeyFault: string;
  readonly refreshToken: string;
  readonly refreshTokenFault: string;
}

/** The two fields for a pair of the bank, as it is pasted; offers to swap them when they are swapped. */
@Component({
  selector: 'tb-pair-fields',
  imports: [TranslocoDirective, Control, Field, FormField, Icon],
  template: `<ng-container *transloco="let t; prefix: 'keys'">
    <tb-field
      [of]="signingKey()"
      label="Signing Key"
      [hint]="hints().signingKey"
      [fault]="hints().signingKeyFault"
    >
      <input
        tbControl
        [formField]="signingKey()"
        class="mono"
        autocomplete="off"
        spellcheck="false"
      />
    </tb-field>
    @if (isSwapped()) {
      <p>
        <button class="btn sm" type="button" (click)="swapped.emit()">
          <tb-icon name="arrow-left-right" [size]="14" />{{ t('swap') }}
        </button>
      </p>
    }
    <tb-field
      [of]="refreshToken()"
      label="Refresh Token"
      [hint]="hints().refreshToken"
      [fault]="hints().refreshTokenFault"
    >
      <textarea
        tbControl
        [formField]="refreshToken()"
        class="mono"
        rows="5"
        autocomplete="off"
        spellcheck="false"
      ></textarea>
    </tb-field>
  </ng-container>`,
  // The form around it lays the fields out.
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class PairFields {
  readonly signingKey = input.required<FieldTree<string>>();
  readonly refreshToken = input.required<FieldTree<string>>();
  readonly hints = input.required<PairHints>();
  readonly swapped = output();

  protected readonly isSwapped = computed(() => {
    const faults = this.signingKey()().errors();
    return faults.some((fault) => 'code' in fault && fault.code === 'keys-swapped');
  });
}
