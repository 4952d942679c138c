import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import pdfmake from 'pdfmake';

const folder = join(
  dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
  'fonts/Roboto',
);
const font = (name: string) => join(folder, `Roboto-${name}.ttf`);

pdfmake.setFonts({
  Roboto: {
    ...{ normal: font('Regular'), bold: font('Medium') },
    ...{ italics: font('Italic'), bolditalics: font('MediumItalic') },
  },
});
// What stands on paper was typed by people: it may make the printer read its fonts and nothing else.
pdfmake.setLocalAccessPolicy((path) => dirname(path) === folder);
pdfmake.setUrlAccessPolicy(() => false);

/** A PDF whose bytes depend on what stands in it, and on nothing else. */
export function printed(paper: TDocumentDefinitions, madeAt: Date): Promise<Buffer> {
  const info = { ...paper.info, producer: 'Toonbank', creationDate: madeAt, modDate: madeAt };
  return pdfmake.createPdf({ ...paper, info }).getBuffer();
}
