import { effect, inject, Injectable, signal } from '@angular/core';
import { DOCUMENT } from '@angular/common';

type Theme = 'light' | 'dark';
const kept = 'tb-theme';

/** Light or dark: as the system says, until somebody chooses. */
@Injectable({ providedIn: 'root' })
export class ThemeChoice {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly chosen = signal(localStorage.getItem(kept) as Theme | null);

  constructor() {
    effect(() => {
      const theme = this.chosen();
      if (theme) this.root.dataset['theme'] = theme;
      else delete this.root.dataset['theme'];
    });
  }

  toggle(): void {
    const isDark =
      (this.chosen() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) ===
      'dark';
    const next = isDark ? 'light' : 'dark';
    localStorage.setItem(kept, next);
    this.chosen.set(next);
  }
}
