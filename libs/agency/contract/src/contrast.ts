import type { HouseStyle } from './agency';

/** Relative luminance of a colour, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * Black or white text on a colour, whichever reads better. The two contrasts multiply to 21, so the
 * better one is never under 4.58: every colour can be written on, and none has to be refused.
 */
export function houseStyle(colour: string): HouseStyle {
  const light = luminance(colour) + 0.05;
  const [onWhite, onBlack] = [1.05 / light, light / 0.05];
  const text = onWhite >= onBlack ? 'white' : 'black';
  return { colour, text, contrast: Math.floor(Math.max(onWhite, onBlack) * 100) / 100 };
}
