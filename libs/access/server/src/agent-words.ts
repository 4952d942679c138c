/** What a browser says it is, in two words. What we don't know is left unsaid. */
export interface Agent {
  readonly browser: string | null;
  readonly system: string | null;
}

/** The first that fits: Edge and Opera also call themselves Chrome, and Chrome calls itself Safari. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** From the header `User-Agent`, which anybody can make up: to recognise one's own, never to trust. */
export function agentWords(userAgent: string | undefined): Agent {
  const text = (userAgent ?? '').slice(0, 500);
  const first = (words: typeof browsers) => words.find(([form]) => form.test(text))?.[1] ?? null;
  return { browser: first(browsers), system: first(systems) };
}
