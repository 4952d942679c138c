import { Component, inject, input, linkedSignal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Environment, Id } from '@toonbank/primitives';
import {
  modelOf,
  rulesOf,
  ShopsApi,
  softwareOf,
  WebshopFields,
  withProtocol,
} from '@toonbank/shop/portal/parts';
import { Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { Note, ProblemPanel } from '@toonbank/ui/states';
import { WebshopFrame } from './webshop-frame';

/** Another URL or other software for a webshop. */
@Component({
  selector: 'tb-edit-webshop-page',
  imports: [RouterLink, TranslocoDirective, Note, ProblemPanel, WebshopFields],
  templateUrl: './edit-webshop-page.html',
})
export class EditWebshopPage {
  /** From the address: `/:environment/webshops/:id/edit`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly api = inject(ShopsApi);
  private readonly frame = inject(WebshopFrame);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly sending = new Sending();
  private readonly model = linkedSignal(() => {
    const webshop = this.frame.webshop();
    return modelOf(webshop?.url ?? '', webshop?.software ?? null);
  });
  protected readonly form = form(this.model, rulesOf);

  protected async submit(): Promise<void> {
    const isSaved = await this.sending.send(this.form, () => {
      const model = this.model();
      const change = { url: withProtocol(model.url), software: softwareOf(model) };
      return this.api.changeWebshop(this.id(), change);
    });
    if (!isSaved) return;
    this.frame.read.reload();
    this.toasts.show({ text: this.words.translate('keys.changed') });
    await this.router.navigate(['/', this.environment(), 'webshops', this.id()]);
  }
}
