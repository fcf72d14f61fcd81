import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './support/browser.mjs';
import { deepLinks } from './support/deep-links';
import { judge } from './support/judge';
import { type Language, login, settled, type Theme, visit } from './support/visit';

const pictures = fileURLToPath(new URL('../target/e2e/', import.meta.url));
const VIEWS: [Theme, Language][] = [
  ['light', 'zh'],
  ['dark', 'en'],
];

const pictureOf = (path: string) => (path.split('?')[0] ?? '').slice(1).replaceAll('/', '-') || 'root';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
  mkdirSync(pictures, { recursive: true });
});
afterAll(() => browser.close());

describe.each(VIEWS.map((view, turn) => [...view, turn] as const))('%s, %s', (theme, language, turn) => {
  // One page in the one view, the next in the other: both views meet pages of every kind.
  it('draws its half of the pages without an error, from this host alone, without scrolling the window', async () => {
    const at = await visit(browser, theme, language);
    await login(at);
    const links = await at.page
      .locator('nav a[href]')
      .evaluateAll(all => all.map(one => one.getAttribute('href') ?? ''));
    const pages = [...new Set(links.map(link => link.split('?')[0] ?? ''))].filter(Boolean);
    expect(pages.length).toBeGreaterThanOrEqual(10);
    const all = [...pages, ...(await deepLinks(at.page))];
    for (const path of all.filter((_, place) => place % VIEWS.length === turn)) {
      await at.go(path);
      await settled(at.page);
      const { title, ...verdict } = await judge(at.page);
      await at.page.screenshot({ path: `${pictures}${pictureOf(path)}-${theme}-${language}.png` });
      expect(title, path).not.toBe('');
      expect({ path, ...verdict }).toEqual({
        path,
        scrolls: false,
        notFound: false,
        covered: [],
        unnamed: [],
      });
      expect(await at.page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
    }
    expect(at.errors).toEqual([]);
    expect(at.foreign).toEqual([]);
    await at.close();
  }, 300_000);
});
