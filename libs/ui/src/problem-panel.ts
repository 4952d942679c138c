import { Component, computed, input } from '@angular/core';
import { HttpErrorResponse } from '@angular/common/http';
import { ProblemDocument } from '@toonbank/primitives';
import { Icon } from './icon';

/** A refusal in the server's own words, with the request's id; or what is said when no answer came. */
@Component({
  selector: 'tb-problem-panel',
  imports: [Icon],
  template: `
    <tb-icon name="triangle-alert" />
    <div>
      <p class="title">{{ problem()?.title ?? fallback() }}</p>
      @if (problem(); as known) {
        <p>{{ known.detail }}</p>
        <p class="meta">
          {{ known.code }}
          @if (known.requestId) {
            · <span class="mono">{{ known.requestId }}</span>
          }
        </p>
      }
      <ng-content />
    </div>
  `,
  host: { role: 'alert' },
  styles: `
    :host {
      display: flex;
      gap: var(--s-12);
      padding: var(--s-12) var(--s-16);
      border: 1px solid var(--bad);
      border-radius: var(--r-2);
      background: var(--bad-tint);
      color: var(--bad);
    }
    .title {
      font-weight: var(--w-head);
    }
    .meta {
      margin-top: var(--s-4);
      color: inherit;
    }
  `,
})
export class ProblemPanel {
  readonly error = input.required<unknown>();
  readonly fallback = input.required<string>();

  protected readonly problem = computed(() => problemOf(this.error()));
}

/** The problem document of a failed call; undefined when none came. */
export function problemOf(error: unknown): ProblemDocument | undefined {
  if (!(error instanceof HttpErrorResponse)) return undefined;
  const body: unknown = typeof error.error === 'string' ? tryJson(error.error) : error.error;
  return ProblemDocument.safeParse(body).data;
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
