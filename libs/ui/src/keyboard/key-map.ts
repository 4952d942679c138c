import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Injectable, signal } from '@angular/core';

const kept = 'tb-keys';
const sequenceMs = 1_200;

/** One key, or two after another (`g o`), or with control (`ctrl+k`), and what it does. */
export interface KeyBinding {
  readonly keys: string;
  /** Key of the dictionary, for the list of keys. */
  readonly word: string;
  readonly run: () => void;
}

/**
 * The keys of the portal. Single letters are off inside fields and while a dialog is open, and can be
 * switched off altogether (WCAG 2.1.4); keys with control always work.
 */
@Injectable({ providedIn: 'root' })
export class KeyMap {
  private readonly bindings = signal<readonly KeyBinding[]>([]);
  private readonly lettersOn = signal(localStorage.getItem(kept) !== 'off');
  private first: { readonly key: string; readonly at: number } | undefined;

  readonly all = this.bindings.asReadonly();
  readonly letters = this.lettersOn.asReadonly();

  constructor() {
    inject(DOCUMENT).addEventListener('keydown', (event) => this.pressed(event));
  }

  /** Holds as long as what asks for it lives. Needs an injection context. */
  bind(...bindings: KeyBinding[]): void {
    this.bindings.update((all) => [...all, ...bindings]);
    inject(DestroyRef).onDestroy(() =>
      this.bindings.update((all) => all.filter((one) => !bindings.includes(one))),
    );
  }

  useLetters(on: boolean): void {
    localStorage.setItem(kept, on ? 'on' : 'off');
    this.lettersOn.set(on);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.defaultPrevented) return;
    const key = event.key.toLowerCase();
    const found = event.ctrlKey ? this.find(`ctrl+${key}`) : this.letter(event, key);
    if (!found) return;
    event.preventDefault();
    found.run();
  }

  private letter({ target, timeStamp: at }: KeyboardEvent, key: string): KeyBinding | undefined {
    if (!this.lettersOn() || isTakenBy(target)) return undefined;
    const { first } = this;
    this.first = { key, at };
    const isSecond = first && at - first.at < sequenceMs;
    return (isSecond && this.find(`${first.key} ${key}`)) || this.find(key);
  }

  /** The latest wins: what stands on top. */
  private find(keys: string): KeyBinding | undefined {
    return this.bindings().findLast((binding) => binding.keys === keys);
  }
}

function isTakenBy(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : undefined;
  return !!element?.closest(
    'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]',
  );
}
