import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from './support/browser.mjs';
import { login, settled, visit, type Visit } from './support/visit';

let browser: Browser;
let at: Visit;
beforeAll(async () => {
  browser = await launch();
  at = await visit(browser, 'light', 'zh');
  await login(at, '/connections');
  await settled(at.page);
});
afterAll(() => browser.close());

const save = async (kind: string) => {
  const [file] = await Promise.all([
    at.page.waitForEvent('download'),
    at.page.locator(`button:text-is("${kind}")`).first().click(),
  ]);
  expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${kind.toLowerCase()}$`));
  return readFile(await file.path());
};

it('saves a table as CSV that spreadsheets read in Chinese, as a workbook and as a picture', async () => {
  expect((await save('CSV')).toString('utf8')).toMatch(/^\uFEFF.*名称/);
  expect((await save('XLSX')).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  expect((await save('PNG')).subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(at.errors).toEqual([]);
  expect(at.foreign).toEqual([]);
});
