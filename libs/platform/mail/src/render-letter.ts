import type { Letter } from './letter';

/** A letter as mail programs want it: the same words as plain text and as HTML. */
export interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const frame = {
  nl: (name: string | null) =>
    name ? `Verstuurd namens ${name}, via Toonbank.` : 'Verstuurd door Toonbank.',
  en: (name: string | null) =>
    name ? `Sent on behalf of ${name}, by Toonbank.` : 'Sent by Toonbank.',
} as const;

/** Names in a letter come from people: everything is escaped, and a subject has one line. */
export function render(letter: Letter): Rendered {
  return { subject: oneLine(letter.subject), text: textOf(letter), html: htmlOf(letter) };
}

/** Header fields end at a line break. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function textOf({ paragraphs, list = [], act, remarks, language, onBehalfOf }: Letter): string {
  const acts = act ? [`${act.word}:\n${act.url}`] : [];
  const lines = list.map(
    ({ word, url, says }) => `- ${says ? `${word}, ${says}` : word}:\n  ${url}`,
  );
  const lists = lines.length > 0 ? [lines.join('\n')] : [];
  const parts = [
    ...paragraphs,
    ...lists,
    ...acts,
    ...remarks,
    `-- \n${frame[language](onBehalfOf)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Styles stand on the elements: mail programs drop style sheets. No picture, nothing fetched. */
function htmlOf(letter: Letter): string {
  const { language, subject, paragraphs, list = [], act, remarks, onBehalfOf } = letter;
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escaped(text)}</p>`;
  const remark = (text: string) =>
    `<p style="margin:0 0 8px;color:#57534a;font-size:13px">${escaped(text)}</p>`;
  const lines = list.map(
    ({ word, url, says }) =>
      `<li style="margin:0 0 8px"><a href="${escaped(url)}" style="color:#1f5c47;font-weight:600">${escaped(word)}</a>${says ? `<br><span style="color:#57534a;font-size:14px">${escaped(says)}</span>` : ''}</li>`,
  );
  const listed =
    lines.length > 0
      ? `<ul style="margin:0 0 16px;padding:0 0 0 20px">\n${lines.join('\n')}\n</ul>`
      : '';
  const button = act
    ? `<p style="margin:24px 0"><a href="${escaped(act.url)}" style="display:inline-block;padding:12px 20px;border-radius:5px;background:#1f5c47;color:#ffffff;font-weight:600;text-decoration:none">${escaped(act.word)}</a></p>`
    : '';
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(oneLine(subject))}</title></head>
<body style="margin:0;padding:24px 16px;background:#faf8f3;color:#1c1a16;font:16px/1.5 system-ui,'Segoe UI',Roboto,sans-serif">
<div role="article" style="max-width:560px;margin:0 auto">
${paragraphs.map(paragraph).join('\n')}
${listed}
${button}
${remarks.map(remark).join('\n')}
<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #d9d4c7;color:#57534a;font-size:13px">${escaped(frame[language](onBehalfOf))}</p>
</div></body></html>
`;
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => marks[mark]!);
}
