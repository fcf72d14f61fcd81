import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch } from './support/browser.mjs';
import { login, visit, type Visit } from './support/visit';

let browser: Browser;
let at: Visit;
beforeAll(async () => {
  browser = await launch();
  at = await visit(browser, 'light', 'zh');
});
afterAll(() => browser.close());

it('draws the login page within two seconds and lets the keyboard begin in the first field', async () => {
  await at.go('/');
  await at.page.waitForSelector('input[name=username]');
  const paint = await at.page.evaluate(
    () =>
      performance.getEntriesByType('paint').find(one => one.name === 'first-contentful-paint')?.startTime ??
      Infinity,
  );
  console.info(`first contentful paint: ${Math.round(paint)} ms`);
  expect(paint).toBeLessThanOrEqual(2000);
  expect(await at.page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('username');
});

it('refuses a wrong password in words and stays', async () => {
  await at.page.fill('input[name=username]', inject('user'));
  await at.page.fill('input[name=password]', 'wrong');
  await at.page.keyboard.press('Enter');
  await at.page.waitForSelector('text=用户名或密码不对');
  expect(await at.page.locator('nav a').count()).toBe(0);
});

it('returns to the page that was asked for, with its asset and time', async () => {
  await login(at, '/trends?range=7d');
  await at.page.waitForSelector('h1:text("趋势")');
  expect(at.page.url()).toContain('range=7d');
});

it('shows the way out, after which nothing can be read', async () => {
  await at.page.click('header button[aria-haspopup=menu]');
  await at.page.click('text=退出登录');
  await at.page.waitForSelector('input[name=username]');
  const status = await at.page.evaluate(async () => (await fetch('/api/assets')).status);
  expect(status).toBe(401);
});
