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

const save = () => at.page.locator('main').getByRole('button', { name: '保存' });

it('opens a new rule by a key and checks it while it is written', async () => {
  await at.go('/streams');
  await settled(at.page);
  await at.page.keyboard.press('n');
  await at.page.waitForURL('**/streams/new**');
  await at.page.getByLabel('中文名称').fill('测试：电压高');
  await at.page.getByLabel('英文名称').fill('Test: voltage high');
  await at.page.getByLabel('标签', { exact: true }).fill('L2.2001.V');
  await at.page.getByRole('textbox', { name: '限值', exact: true }).fill('4.2');
  await expect.poll(() => save().isEnabled()).toBe(true);
  await at.page.getByRole('textbox', { name: '比较量', exact: true }).fill('x + nope');
  await at.page.locator('[role=alert]', { hasText: 'nope' }).waitFor();
  expect(await save().isEnabled()).toBe(false);
});

it('takes an edit back', async () => {
  await at.page.getByRole('button', { name: '撤销' }).click();
  await at.page.locator('[role=alert]').waitFor({ state: 'detached' });
  expect(await at.page.getByRole('textbox', { name: '比较量', exact: true }).inputValue()).toBe('x');
  await expect.poll(() => save().isEnabled()).toBe(true);
});

it('tells how often the rule would have fired', async () => {
  await at.page.getByRole('button', { name: '试算' }).click();
  const sentence = at.page.locator('main [role=status]', { hasText: /天内/ });
  await sentence.waitFor({ timeout: 30_000 });
  expect(await sentence.textContent()).toMatch(/会触发|没有数据/);
});

it('keeps it as a dry run, and removes it', async () => {
  await at.page.getByRole('button', { name: '试运行' }).click();
  await save().click();
  await at.page.waitForURL(/streams\?.*job=\d+/);
  const panel = at.page.locator('aside');
  await panel.waitFor();
  await panel.getByRole('button', { name: '删除' }).click();
  await at.page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await at.page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(at.errors).toEqual([]);
});
