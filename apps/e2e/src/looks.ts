/** How a page may be looked at. */
export interface Look {
  readonly locale: 'nl-NL' | 'en-GB';
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
}

const locales = ['nl-NL', 'en-GB'] as const;
const themes = ['light', 'dark'] as const;
const widths = [360, 768, 1024, 1440] as const;
/** 400 % zoom of a window of 1280, which is also the narrowest phone. */
const narrowest = 320;

/** Every language with every theme at every width. */
export function allLooks(): Look[] {
  return locales.flatMap((locale) =>
    themes.flatMap((colorScheme) =>
      [narrowest, ...widths].map((width) => ({ locale, colorScheme, width })),
    ),
  );
}

/** Every pair of language, theme and width at least once. */
export function pairedLooks(): Look[] {
  return widths.flatMap((width, at) =>
    themes.map((colorScheme, other) => ({
      locale: locales[(at + other) % 2]!,
      colorScheme,
      width,
    })),
  );
}
