import { Component, input } from '@angular/core';
import {
  type FieldTree,
  FormField,
  maxLength,
  required,
  type SchemaPathTree,
  validate,
} from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { plugIns, type Software, WebshopUrl } from '@toonbank/shop/contract';
import { Control, Field } from '@toonbank/ui/forms';
import { shopWords } from '../shop-words';

/** What a person fills in about a webshop. `software` is a plug-in's name, or one of the words below. */
export interface WebshopModel {
  readonly url: string;
  readonly software: string;
  readonly other: string;
}

const unsaid = '';
const ownBuild = 'own-build';
const other = 'other';

/** The address and the software of a webshop (S10: these come first). */
@Component({
  selector: 'tb-webshop-fields',
  imports: [TranslocoDirective, Control, Field, FormField],
  providers: [shopWords],
  template: `<ng-container *transloco="let t; prefix: 'shops'">
    <tb-field [of]="of().url" [label]="t('url')" [hint]="t('urlHint')" [fault]="t('urlFault')">
      <input tbControl [formField]="of().url" type="url" inputmode="url" autocomplete="off" />
    </tb-field>
    <tb-field
      [of]="of().software"
      [label]="t('software')"
      [hint]="t('softwareHint')"
      [fault]="t('softwareFault')"
    >
      <select tbControl [formField]="of().software">
        <option value="">{{ t('softwareUnsaid') }}</option>
        <option value="own-build">{{ t('ownBuild') }}</option>
        <optgroup [label]="t('plugIns')">
          @for (name of plugIns; track name) {
            <option [value]="name">{{ name }}</option>
          }
        </optgroup>
        <option value="other">{{ t('otherSoftware') }}</option>
      </select>
    </tb-field>
    @if (of().software().value() === 'other') {
      <tb-field [of]="of().other" [label]="t('otherName')" [fault]="t('nameFault')">
        <input tbControl [formField]="of().other" autocomplete="off" />
      </tb-field>
    }
  </ng-container>`,
  styles: `
    :host {
      display: grid;
      gap: var(--s-20);
    }
  `,
})
export class WebshopFields {
  readonly of = input.required<FieldTree<WebshopModel>>();

  protected readonly plugIns = plugIns;
}

/** The rules of these fields, for the form they stand in. */
export function rulesOf(path: SchemaPathTree<WebshopModel>): void {
  validate(path.url, ({ value }) => {
    const url = withProtocol(value());
    // Chromium takes a host with a space in it; nobody else does.
    const isUrl = !/\s/.test(url) && WebshopUrl.safeParse(url).success;
    return isUrl ? undefined : { kind: 'url' };
  });
  maxLength(path.other, 100);
  required(path.other, { when: ({ valueOf }) => valueOf(path.software) === other });
}

/** People write `bakker.nl`; a webshop that takes money has https. */
export function withProtocol(url: string): string {
  const text = url.trim();
  return text === '' || text.includes('://') ? text : `https://${text}`;
}

export function modelOf(url: string, software: Software | null): WebshopModel {
  if (!software) return { url, software: unsaid, other: '' };
  if (software.kind === 'own-build') return { url, software: ownBuild, other: '' };
  if (software.kind === 'plug-in') return { url, software: software.name, other: '' };
  return { url, software: other, other: software.name };
}

export function softwareOf(model: WebshopModel): Software | null {
  const plugIn = plugIns.find((name) => name === model.software);
  if (plugIn) return { kind: 'plug-in', name: plugIn };
  if (model.software === ownBuild) return { kind: 'own-build' };
  return model.software === other ? { kind: 'other', name: model.other.trim() } : null;
}
