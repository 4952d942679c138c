import { type CdkDialogContainer, DialogRef } from '@angular/cdk/dialog';
import { afterNextRender, Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../look/icon';

let next = 0;

/**
 * The frame of a dialog: title, a way out, content, acts (`[act]`). Only for confirming what moves
 * money, reveals or destroys a secret, or ends something. Focus, Escape and the page behind are the
 * CDK's care.
 */
@Component({
  selector: 'tb-dialog',
  imports: [TranslocoDirective, Icon],
  template: `<header>
      <div>
        <h2 [id]="id">{{ title() }}</h2>
        @if (lead(); as lead) {
          <p>{{ lead }}</p>
        }
      </div>
      <button
        *transloco="let t; prefix: 'ui.dialog'"
        class="ibtn"
        type="button"
        (click)="dialog.close()"
        [attr.aria-label]="t('close')"
      >
        <tb-icon name="x" />
      </button>
    </header>
    <div class="body"><ng-content /></div>
    <footer><ng-content select="[act]" /></footer>`,
  host: { class: 'dialog' },
  styles: `
    :host {
      display: block;
      width: min(34rem, calc(100vw - 2rem));
      max-height: calc(100vh - 2rem);
      overflow: auto;
      border-radius: var(--r-3);
      background: var(--surface);
      box-shadow: var(--shadow-dialog);
    }
    header {
      display: flex;
      align-items: flex-start;
      justify-content: space-between;
      gap: var(--s-12);
      padding: var(--s-20) var(--s-20) 0;
    }
    h2,
    .ibtn {
      font-size: var(--t-20);
      line-height: 1.3;
    }
    h2 {
      letter-spacing: -0.01em;
    }
    /* On the first line of the title, and its cross on the edge of what stands below. */
    .ibtn {
      margin: calc((1lh - var(--control-h)) / 2) calc((1rem - var(--control-h)) / 2);
      margin-left: 0;
    }
    header p {
      color: var(--ink-2);
      overflow-wrap: anywhere;
    }
    /* What is known later takes two lines on a phone: what stands below it stays where it is. */
    @media (max-width: 47.99rem) {
      header p {
        min-height: 2lh;
      }
    }
    .body {
      display: grid;
      gap: var(--s-16);
      padding: var(--s-16) var(--s-20);
    }
    footer {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: flex-end;
      gap: var(--s-8);
      padding: var(--s-12) var(--s-20);
      border-top: 1px solid var(--rule);
    }
    footer:empty {
      display: none;
    }
  `,
})
export class Dialog {
  readonly title = input.required<string>();
  /** What it is about, in a few words. */
  readonly lead = input<string>();

  protected readonly dialog = inject(DialogRef);
  protected readonly id = `tb-dialog-${next++}`;

  constructor() {
    // The container is the element of role dialog; it is named by our heading, once that is there.
    const container = this.dialog.containerInstance as CdkDialogContainer;
    afterNextRender(() => container._addAriaLabelledBy(this.id));
  }
}
