import { Component, computed, input } from '@angular/core';

const width = 88;
const height = 20;

/** The way of a figure over some days. Hidden from screen readers: the figure beside it says it. */
@Component({
  selector: 'tb-spark',
  template: `<svg
    [attr.viewBox]="'0 0 ' + width + ' ' + height"
    [attr.width]="width"
    [attr.height]="height"
    aria-hidden="true"
    focusable="false"
  >
    <path [attr.d]="path()" />
  </svg>`,
  host: { '[class.bad]': 'isBad()' },
  styles: `
    path {
      fill: none;
      stroke: var(--chart-1);
      stroke-width: 1.5;
      stroke-linejoin: round;
    }
    :host(.bad) path {
      stroke: var(--chart-bad);
    }
  `,
})
export class Spark {
  readonly values = input.required<readonly number[]>();
  readonly isBad = input(false);

  protected readonly width = width;
  protected readonly height = height;
  protected readonly path = computed(() => {
    const values = this.values();
    const top = Math.max(...values, 1);
    const step = (width - 2) / Math.max(1, values.length - 1);
    const y = (value: number) => height - 2 - (value / top) * (height - 4);
    return values
      .map((value, i) => `${i ? 'L' : 'M'}${(1 + i * step).toFixed(1)} ${y(value).toFixed(1)}`)
      .join('');
  });
}
