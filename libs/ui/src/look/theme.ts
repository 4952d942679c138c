import { DOCUMENT } from '@angular/common';
import { computed, effect, inject, Injectable, signal } from '@angular/core';

export type Theme = 'light' | 'dark';
const kept = 'tb-theme';

/** Light or dark: as the system says, until somebody chooses. */
@Injectable({ providedIn: 'root' })
export class ThemeChoice {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly kept = signal(localStorage.getItem(kept) as Theme | null);
  private readonly systemIsDark = signal(false);
  readonly chosen = this.kept.asReadonly();
  readonly isDark = computed(() => (this.kept() ?? (this.systemIsDark() ? 'dark' : '')) === 'dark');

  constructor() {
    const system = matchMedia('(prefers-color-scheme: dark)');
    this.systemIsDark.set(system.matches);
    system.addEventListener('change', ({ matches }) => this.systemIsDark.set(matches));
    effect(() => {
      const theme = this.kept();
      if (theme) this.root.dataset['theme'] = theme;
      else delete this.root.dataset['theme'];
    });
  }

  /** Null follows the system. */
  choose(theme: Theme | null): void {
    if (theme) localStorage.setItem(kept, theme);
    else localStorage.removeItem(kept);
    this.kept.set(theme);
  }

  toggle(): void {
    this.choose(this.isDark() ? 'light' : 'dark');
  }
}
