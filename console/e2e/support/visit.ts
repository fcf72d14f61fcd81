import type { Browser, Page } from 'playwright-core';
import { inject } from 'vitest';

export type Theme = 'light' | 'dark';
export type Language = 'zh' | 'en';

export interface Visit {
  page: Page;
  /** Errors that the browser logged, except the answer that nobody is logged in yet. */
  errors: string[];
  /** Addresses outside the server under test that were asked for. */
  foreign: string[];
  go(path: string): Promise<void>;
  close(): Promise<void>;
}

const base = () => inject('base');

/** A fresh browser profile in one theme and language; it notes errors and requests to other hosts. */
export async function visit(
  browser: Browser,
  theme: Theme,
  language: Language,
  size = { width: 1440, height: 900 },
): Promise<Visit> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  await context.addInitScript(
    ([t, l]) => {
      localStorage.setItem('kunan.theme', t);
      localStorage.setItem('kunan.language', l);
    },
    [theme, language] as const,
  );
  const page = await context.newPage();
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on('console', message => {
    const expected = message.location().url.endsWith('/api/session') && message.text().includes('401');
    if (message.type() === 'error' && !expected) errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', error => errors.push(error.message));
  context.on('request', request => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(base()).host) foreign.push(request.url());
  });
  return {
    page,
    errors,
    foreign,
    async go(path) {
      await page.goto(base() + path);
    },
    close: () => context.close(),
  };
}

/** Logs in on whatever page is asked for and waits for the frame. */
export async function login({ page, go }: Visit, path = '/') {
  await go(path);
  await page.fill('input[name=username]', inject('user'));
  await page.fill('input[name=password]', inject('password'));
  await page.click('button[type=submit]');
  await page.waitForSelector('nav a[href^="/overview"]');
}

/** The page has drawn itself: its title stands and nothing is being read any more. */
export async function settled(page: Page) {
  await page.waitForSelector('main h1');
  await page.waitForFunction(() => document.querySelector('main [aria-busy=true]') === null, undefined, {
    timeout: 20_000,
  });
}
