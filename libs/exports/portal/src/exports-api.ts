import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  Export,
  exportFilePath,
  ExportLink,
  ExportLook,
  ExportPage,
  exportsPath,
  type RequestExport,
} from '@toonbank/exports/contract';
import type { Id } from '@toonbank/primitives';
import { said } from '@toonbank/ui/asking';
import { firstValueFrom } from 'rxjs';

type Query = Readonly<Record<string, string | undefined>>;

/** The portal's one door to exports and their files. */
@Injectable({ providedIn: 'root' })
export class ExportsApi {
  private readonly http = inject(HttpClient);

  page(query: () => Query) {
    return httpResource(() => ({ url: `/${exportsPath}`, params: said(query()) }), {
      parse: (answer) => ExportPage.parse(answer),
    });
  }

  one(id: () => Id) {
    return httpResource(() => `/${exportsPath}/${id()}`, {
      parse: (answer) => Export.parse(answer),
    });
  }

  async ask(choice: RequestExport): Promise<Export> {
    return Export.parse(await firstValueFrom(this.http.post(`/${exportsPath}`, choice)));
  }

  async stop(id: Id): Promise<void> {
    await firstValueFrom(this.http.post(`/${exportsPath}/${id}/cancel`, {}));
  }

  /** The address from which the browser fetches the file, once, now. */
  async link(id: Id): Promise<string> {
    const answer = await firstValueFrom(this.http.post(`/${exportsPath}/${id}/link`, {}));
    return ExportLink.parse(answer).url;
  }

  /** What a mailed link opens; uses nothing up. */
  async look(token: string): Promise<ExportLook> {
    return ExportLook.parse(await firstValueFrom(this.http.post(`/${exportFilePath}`, { token })));
  }

  /** Where the file of a mailed link comes from. */
  fileOf(token: string): string {
    return `/${exportFilePath}?token=${encodeURIComponent(token)}`;
  }
}
