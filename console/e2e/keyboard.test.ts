import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from './support/browser.mjs';
import { login, settled, visit, type Visit } from './support/visit';

let browser: Browser;
let at: Visit;
beforeAll(async () => {
  browser = await launch();
  at = await visit(browser, 'light', 'zh');
  await login(at);
});
afterAll(() => browser.close());

const focused = () => at.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

it('reaches search by /, finds a page and opens it by Enter', async () => {
  await settled(at.page);
  await at.page.keyboard.press('/');
  await at.page.waitForSelector('[role=combobox]');
  await at.page.keyboard.type('报警');
  await at.page.waitForSelector('[role=option]:has-text("报警")');
  await at.page.keyboard.press('Enter');
  await at.page.waitForURL('**/alarms**');
});

it('lists its keys by ? and closes the list by Escape', async () => {
  await settled(at.page);
  await at.page.keyboard.press('?');
  await at.page.waitForSelector('[role=dialog]:has-text("快捷键")');
  await at.page.keyboard.press('Escape');
  await at.page.waitForSelector('[role=dialog]', { state: 'detached' });
});

it('begins with a way past the bars and shows where the focus is', async () => {
  await at.go('/overview');
  await settled(at.page);
  const first = 'a[href], button, input, [tabindex="0"]';
  await at.page.evaluate(all => document.querySelector<HTMLElement>(all)?.focus(), first);
  expect(await focused()).toBe('跳到页面内容');
  await at.page.keyboard.press('Tab');
  await at.page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe('跳到页面内容');
  const outline = await at.page.evaluate(
    () => getComputedStyle(document.activeElement as Element).outlineStyle,
  );
  expect(outline).toBe('solid');
});

it('changes language and theme without reloading', async () => {
  await at.page.click('button[aria-label="切换到英文"]');
  await at.page.waitForSelector('h1:text("Overview")');
  await at.page.click('button[aria-label="Switch to dark"]');
  expect(await at.page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  expect(at.errors).toEqual([]);
});
