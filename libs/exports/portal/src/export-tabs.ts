import { computed, inject, Injectable, type Signal } from '@angular/core';
import type { Environment } from '@toonbank/primitives';
import type { Tab } from '@toonbank/ui/lists';
import { ExportTexts } from './export-texts';

/** By hand and by calendar: the two lists of this room. */
@Injectable()
export class ExportTabs {
  private readonly texts = inject(ExportTexts);

  of(environment: () => Environment): Signal<readonly Tab[]> {
    return computed(() => {
      const link = ['/', environment(), 'exports'];
      return [
        { word: this.texts.word('files'), link },
        { word: this.texts.word('schedules.title'), link: [...link, 'schedules'] },
      ];
    });
  }
}
