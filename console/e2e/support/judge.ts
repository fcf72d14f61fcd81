import type { Page } from 'playwright-core';

/** What anybody may ask of a page that stands on the screen. */
export interface Verdict {
  title: string;
  /** The window would have to be scrolled. */
  scrolls: boolean;
  notFound: boolean;
  /** Parts of the frame, and the title, that something else lies upon. */
  covered: string[];
  /** Controls that a screen reader could not name. */
  unnamed: string[];
}

/** Looks at the page as it stands: size, frame, names of controls. */
export function judge(page: Page): Promise<Verdict> {
  return page.evaluate(() => {
    const parts = {
      'top bar': document.querySelector('header'),
      rail: document.querySelector('nav a[href^="/overview"]'),
      'status bar': [...document.querySelectorAll('footer')].at(-1),
      title: document.querySelector('main h1'),
    };
    const covered = Object.entries(parts).flatMap(([name, part]) => {
      const box = part?.getBoundingClientRect();
      if (!part || !box) return [name];
      const top = document.elementFromPoint(box.left + 4, box.top + box.height / 2);
      return top && (part.contains(top) || top.contains(part)) ? [] : [name];
    });
    const nameOf = (control: Element) =>
      control.getAttribute('aria-label') ||
      control.getAttribute('aria-labelledby') ||
      control.getAttribute('title') ||
      control.textContent?.trim() ||
      (control as HTMLInputElement).labels?.[0]?.textContent ||
      control.closest('[aria-label]')?.getAttribute('aria-label');
    const controls = [
      ...document.querySelectorAll('button, a[href], input, select, textarea, [role=button]'),
    ];
    return {
      title: document.querySelector('h1')?.textContent ?? '',
      scrolls:
        document.documentElement.scrollWidth > window.innerWidth ||
        document.documentElement.scrollHeight > window.innerHeight,
      notFound: /没有这一页|No such page/.test(document.body.innerText),
      covered,
      unnamed: controls
        .filter(one => !one.closest('[aria-hidden=true]') && !nameOf(one))
        .map(one => one.outerHTML.slice(0, 120)),
    };
  });
}
