import { maxLogoBytes } from '@toonbank/agency/contract';
import { Problem } from '@toonbank/platform/http';
import sharp from 'sharp';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A small file can hold a picture that fills the memory; beyond this it is not even decoded. */
const maxPixels = 4_000_000;

/** What a logo is shrunk to: sharp on a phone where it is shown at most 48 pixels high. */
const box = { width: 640, height: 192, fit: 'inside', withoutEnlargement: true } as const;

/**
 * Draws the picture anew, so that nothing is kept of the file but what can be seen: no metadata, no
 * text, nothing behind its end. Throws a 422 problem on anything that is no PNG.
 */
export async function redrawn(file: Buffer): Promise<Buffer> {
  if (file.length > maxLogoBytes) throw refused('It is larger than 200 KB.');
  if (!file.subarray(0, signature.length).equals(signature)) throw refused('It is no PNG.');
  try {
    const picture = sharp(file, { limitInputPixels: maxPixels, failOn: 'error' });
    return await picture.resize(box).png({ compressionLevel: 9 }).toBuffer();
  } catch {
    throw refused('It is broken, or larger than 4 million pixels.');
  }
}

function refused(why: string): Problem {
  return Problem.unprocessable(
    'logo',
    'This logo can not be used.',
    `${why} Nothing was changed. Take a PNG file of at most 200 KB.`,
    'png',
  );
}
