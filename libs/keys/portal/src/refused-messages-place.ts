import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, resource } from '@angular/core';
import type { Environment, Id } from '@toonbank/primitives';
import { refusedMessages } from './refused-messages';

/** Where a room above says which messages no key here verified. Last in its column, so that nothing moves for it. */
@Component({
  selector: 'tb-refused-messages-place',
  imports: [NgComponentOutlet],
  template: `@if (shown.hasValue()) {
    <ng-container *ngComponentOutlet="shown.value(); inputs: inputs()" />
  }`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class RefusedMessagesPlace {
  readonly webshop = input.required<Id>();
  readonly environment = input.required<Environment>();

  protected readonly inputs = computed(() => ({
    webshop: this.webshop(),
    environment: this.environment(),
  }));
  protected readonly shown = resource({ loader: inject(refusedMessages) });
}
