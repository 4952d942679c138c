import { type Html, html } from '@toonbank/primitives';
import type { Good, Shape } from './goods';

type Draw = (cheese: string, rind: string) => Html;

/** Simple drawings, 240 by 180, in the colours of the good. */
const drawings: Readonly<Record<Shape, Draw>> = {
  wedge: (cheese, rind) =>
    html`<path fill="${rind}" d="M34 118 196 70a20 20 0 0 1 14 19v37L52 148a18 18 0 0 1-18-18z" />
      <path fill="${cheese}" d="M34 118 150 52c24-6 46 2 56 22z" />
      <path fill="${cheese}" d="M40 122 204 76v42L56 141c-9 0-16-6-16-13z" />
      <g fill="${rind}" opacity=".45">
        <circle cx="92" cy="122" r="9" />
        <circle cx="140" cy="104" r="6" />
        <circle cx="172" cy="110" r="10" />
      </g>`,
  wheel: (cheese, rind) =>
    html`<ellipse cx="120" cy="112" rx="86" ry="40" fill="${rind}" />
      <path fill="${rind}" d="M34 78v34h172V78z" />
      <ellipse cx="120" cy="78" rx="86" ry="40" fill="${cheese}" />
      <path fill="${rind}" opacity=".35" d="m120 78 74-21c8 6 12 13 12 21s-4 15-12 21z" />
      <ellipse
        cx="120"
        cy="78"
        rx="68"
        ry="30"
        fill="none"
        stroke="${rind}"
        stroke-width="3"
        opacity=".4"
      />`,
  log: (cheese, rind) =>
    html`<rect x="46" y="62" width="140" height="64" rx="30" fill="${rind}" />
      <ellipse cx="178" cy="94" rx="24" ry="32" fill="${rind}" />
      <ellipse cx="180" cy="94" rx="18" ry="26" fill="${cheese}" />
      <ellipse cx="180" cy="94" rx="9" ry="14" fill="${rind}" opacity=".12" />
      <g fill="${cheese}" opacity=".5">
        <circle cx="80" cy="82" r="3" />
        <circle cx="104" cy="104" r="4" />
        <circle cx="128" cy="80" r="3" />
        <circle cx="148" cy="106" r="3" />
      </g>`,
  block: (cheese, rind) =>
    html`<path fill="${rind}" d="m58 76 56-24 70 18v52l-58 26-68-20z" />
      <path fill="${cheese}" d="m58 76 56-24 70 18-58 24z" />
      <path fill="${cheese}" d="m64 82 56 16v40l-56-16z" opacity=".9" />
      <path fill="#ffffff" opacity=".35" d="m72 78 40-17 14 4-42 17z" />`,
};

/** Decoration: its name stands beside it, so it says nothing to those who listen. */
export function picture({ shape, colours }: Good): Html {
  return html`<svg class="picture" viewBox="0 0 240 180" aria-hidden="true" focusable="false">
    <ellipse cx="120" cy="150" rx="88" ry="9" fill="#3b2a14" opacity=".12" />
    ${drawings[shape](...colours)}
  </svg>`;
}

/** The mark of a state: a tick, a cross, a clock, a question. */
const marks = {
  done: 'm8 16 6 6 11-12',
  over: 'm10 10 12 12m0-12L10 22',
  wait: 'M16 9v8l5 3',
  ask: 'M12 12a4 4 0 1 1 5.5 3.7c-1 .5-1.5 1.2-1.5 2.3M16 22v.5',
} as const;
export type Mark = keyof typeof marks;

export function mark(name: Mark): Html {
  return html`<svg class="mark ${name}" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <circle cx="16" cy="16" r="15" />
    <path d="${marks[name]}" />
  </svg>`;
}

/** The shop's own sign, as a file. */
export const shopSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36">
<path fill="#c8782a" d="M3 22 30 11a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3z"/>
<path fill="#f7d774" d="M3 21 22 7c6-1 10 2 11 7z"/>
<path fill="#f2c14e" d="M3 21 33 15v11a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z"/>
<circle cx="13" cy="24" r="2.5" fill="#c8782a"/><circle cx="23" cy="22" r="2" fill="#c8782a"/></svg>`;
