import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { RotationBatchItem } from '@toonbank/keys/contract';
import type { Environment } from '@toonbank/primitives';
import { Moment } from '@toonbank/ui/figures';
import { Table } from '@toonbank/ui/lists';
import { StatusChip } from '@toonbank/ui/look';
import { itemLooks } from './batch-looks';
import { words } from './words/nl';

const known = Object.keys(words.troubles);

/** The webshops of a batch, each with how far it is and what stands in its way. */
@Component({
  selector: 'tb-batch-items',
  imports: [RouterLink, TranslocoDirective, Moment, StatusChip, Table],
  templateUrl: './batch-items.html',
})
export class BatchItems {
  readonly items = input.required<readonly RotationBatchItem[]>();
  readonly environment = input.required<Environment>();

  protected readonly looks = itemLooks;

  protected troubleOf(code: string): string {
    return known.includes(code) ? code : 'other';
  }
}
