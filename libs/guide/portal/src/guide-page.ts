import {
  afterRenderEffect,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  resource,
  ViewEncapsulation,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Icon, LanguageChoice, PageHead } from '@toonbank/ui/look';
import { ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { GuideLinks } from './guide-links';
import { type GuidePage, guidePages, guideTexts } from './guide-pages';
import { readGuide } from './read-guide';

/** One page of the guide, in the language of the portal. */
@Component({
  selector: 'tb-guide-page',
  imports: [
    RouterLink,
    RouterLinkActive,
    TranslocoDirective,
    Icon,
    PageHead,
    ProblemPanel,
    Skeleton,
  ],
  templateUrl: './guide-page.html',
  styleUrl: './guide-page.css',
  // What Markdown became is no part of the template, and has to be styled all the same.
  encapsulation: ViewEncapsulation.None,
  host: { '(click)': 'follow($event)' },
})
export class GuidePageView {
  /** From the route. */
  readonly page = input.required<GuidePage>();

  protected readonly pages = guidePages;
  protected readonly links = inject(GuideLinks);
  private readonly router = inject(Router);
  private readonly choice = inject(LanguageChoice);
  private readonly language = computed(() => this.choice.current());
  private readonly words = inject(TranslocoService);
  private readonly place = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);

  protected readonly text = resource({
    params: () => ({ page: this.page(), language: this.language() }),
    loader: async ({ params: { page, language } }) => (await guideTexts[language][page]()).default,
  });
  protected readonly guide = computed(() => {
    this.choice.current();
    if (!this.text.hasValue()) return undefined;
    return readGuide(this.text.value(), { source: this.words.translate('guide.source') });
  });
  protected readonly belongs = computed(() => this.links.to(this.page()));

  constructor() {
    // The text comes after the navigation: an address with a heading in it has to wait for it.
    afterRenderEffect(() => {
      const heading = this.fragment();
      if (this.guide() && heading)
        this.place.ownerDocument.getElementById(heading)?.scrollIntoView();
    });
  }

  /** A link inside the text stays inside the portal, unless it is to be opened beside it. */
  protected follow(event: MouseEvent): void {
    const link = event.target instanceof Element && event.target.closest('a[href]');
    const href = link && !link.hasAttribute('target') && link.getAttribute('href');
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!href || !isPlain || event.defaultPrevented) return;
    event.preventDefault();
    const url = href.startsWith('#') ? `/help/${this.page()}${href}` : href;
    void this.router.navigateByUrl(url);
  }
}
