import { ActiveDescendantKeyManager, type Highlightable } from '@angular/cdk/a11y';
import {
  ApplicationRef,
  Component,
  computed,
  Directive,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  model,
  output,
  signal,
  viewChildren,
} from '@angular/core';
import { Icon, type IconName } from '@toonbank/ui/look';

/** One thing to choose. */
export interface Choice {
  readonly id: string;
  readonly icon: IconName;
  readonly word: string;
  readonly isMono?: boolean;
  readonly more?: string;
  readonly end?: string;
}

export interface ChoiceGroup {
  readonly name: string;
  readonly choices: readonly Choice[];
}

let next = 0;

/** An option of the list: the focus stays in the field, the option is only marked. */
@Directive({
  selector: '[tbChoice]',
  host: { role: 'option', '[attr.aria-selected]': 'isMarked()', '(click)': 'taken.emit()' },
})
export class ChoiceOption implements Highlightable {
  readonly tbChoice = input.required<Choice>();
  readonly taken = output();
  readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly isMarked = signal(false);

  setActiveStyles(): void {
    this.isMarked.set(true);
    this.element.scrollIntoView({ block: 'nearest' });
  }

  setInactiveStyles(): void {
    this.isMarked.set(false);
  }

  getLabel(): string {
    return this.tbChoice().word;
  }
}

/** A field to type in and below it what fits, by group: arrows mark, Enter takes. */
@Component({
  selector: 'tb-chooser',
  imports: [ChoiceOption, Icon],
  templateUrl: './chooser.html',
  styleUrl: './chooser.css',
})
export class Chooser {
  readonly label = input.required<string>();
  readonly text = model('');
  readonly groups = input.required<readonly ChoiceGroup[]>();
  /** What is said while nothing is in the list. */
  readonly says = input('');
  readonly chosen = output<Choice>();

  protected readonly listId = `tb-chooser-${next++}`;
  private readonly app = inject(ApplicationRef);
  private readonly options = viewChildren(ChoiceOption);
  private readonly keys = new ActiveDescendantKeyManager(this.options, inject(Injector)).withWrap();
  private readonly marked = signal<ChoiceOption | undefined>(undefined);
  protected readonly activeId = computed(() => {
    const index = this.options().indexOf(this.marked()!);
    return index === -1 ? null : `${this.listId}-${index}`;
  });
  /** Numbered through all groups. */
  protected readonly numbered = computed(() => {
    let number = 0;
    return this.groups().map(({ name, choices }) => ({
      name,
      choices: choices.map((choice) => ({ choice, id: `${this.listId}-${number++}` })),
    }));
  });

  constructor() {
    // Another list begins with its first entry marked.
    effect(() => {
      if (this.options().length > 0) this.mark(0);
      else this.marked.set(undefined);
    });
  }

  protected pressed(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      // What was typed just now may not be drawn yet: Enter takes what is asked for, not what it was.
      this.app.tick();
      const option = this.marked();
      if (option) this.chosen.emit(option.tbChoice());
      return;
    }
    this.keys.onKeydown(event);
    this.marked.set(this.keys.activeItem ?? undefined);
  }

  private mark(index: number): void {
    this.keys.setActiveItem(index);
    this.marked.set(this.keys.activeItem ?? undefined);
  }
}
