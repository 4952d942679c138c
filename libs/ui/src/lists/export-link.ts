import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { KeyMap } from '../keyboard/key-map';
import { Icon } from '../look/icon';
import { said } from '../asking/said';

/** From a list to a file of the same rows, by hand or with `E`: what a file can be narrowed by goes along. */
@Component({
  selector: 'tb-export-link',
  imports: [RouterLink, TranslocoDirective, Icon],
  template: `<a
    *transloco="let t; prefix: 'ui.export'"
    class="btn"
    [routerLink]="link()"
    [queryParams]="query()"
  >
    <tb-icon name="download" [size]="14" />{{ t('do') }}
  </a>`,
})
export class ExportLink {
  readonly environment = input.required<string>();
  /** As the page of a new export reads it from its address. */
  readonly kind = input.required<string>();
  readonly webshop = input<string>();
  readonly from = input<string>();
  readonly until = input<string>();

  private readonly router = inject(Router);
  protected readonly link = computed(() => ['/', this.environment(), 'exports', 'new']);
  protected readonly query = computed(() => {
    const webshop = this.webshop();
    const of = webshop && `webshop:${webshop}`;
    return said({ kind: this.kind(), of, from: this.from(), until: this.until() });
  });

  constructor() {
    const run = () => void this.router.navigate(this.link(), { queryParams: this.query() });
    inject(KeyMap).bind({ keys: 'e', word: 'ui.export.key', run });
  }
}
