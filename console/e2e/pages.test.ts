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

describe.each(VIEWS)('%s, %s', (theme, language) => {
  it('draws every page without an error, from this host alone, without scrolling the window', async () => {
    const at = await visit(browser, theme, language);
    await login(at);
    const links = await at.page
      .locator('nav a[href]')
      .evaluateAll(all => all.map(one => one.getAttribute('href') ?? ''));
    const pages = [...new Set(links.map(link => link.split('?')[0] ?? ''))].filter(Boolean);
    expect(pages.length).toBeGreaterThanOrEqual(10);
    for (const path of [...pages, ...(await deepLinks(at.page))]) {
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
