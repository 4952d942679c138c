import { DOCUMENT, inject, Injectable } from '@angular/core';
import type { Id } from '@toonbank/primitives';
import { ExportsApi } from './exports-api';

/** Hands a file to the browser, which saves it; the page stays. */
@Injectable({ providedIn: 'root' })
export class Fetching {
  private readonly api = inject(ExportsApi);
  private readonly document = inject(DOCUMENT);

  /** Rejects with the problem when there is no file. */
  async fetch(id: Id): Promise<void> {
    this.open(await this.api.link(id));
  }

  open(url: string): void {
    const link = this.document.createElement('a');
    link.href = url;
    link.download = '';
    link.click();
  }
}
