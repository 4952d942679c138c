import { httpResource } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { AuditPage, auditPath } from '@toonbank/audit/contract';

/** The portal's one door to the audit log. */
@Injectable({ providedIn: 'root' })
export class AuditApi {
  page(query: () => Readonly<Record<string, string>>) {
    return httpResource(() => ({ url: `/${auditPath}`, params: query() }), {
      parse: (answer) => AuditPage.parse(answer),
    });
  }
}
