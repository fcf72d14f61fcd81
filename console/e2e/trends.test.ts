import type { Browser, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from './support/browser.mjs';
import { login, settled, visit, type Visit } from './support/visit';

let browser: Browser;
let at: Visit;
beforeAll(async () => {
  browser = await launch();
  at = await visit(browser, 'dark', 'zh');
  await login(at, '/trends?range=7d');
});
afterAll(() => browser.close());

interface PlotBody {
  tags: number[];
  from: string;
  to: string;
  pixels: number;
}
const isPlot = (request: Request) => request.url().endsWith('/api/history/plot');
const plotOf = (request: Request) => JSON.parse(request.postData() ?? '{}') as PlotBody;
const hours = (body: PlotBody) => (Date.parse(body.to) - Date.parse(body.from)) / 3_600_000;
const chart = () => at.page.locator('canvas').first();

it('draws the first tags on request and puts them into the address', async () => {
  await settled(at.page);
  const start = Date.now();
  await at.page.click('button:has-text("画前几个标签")');
  await chart().waitFor();
  console.info(`first trend drawn after ${Date.now() - start} ms`);
  expect(new URL(at.page.url()).searchParams.get('tags')).toMatch(/^\d+/);
});

it('asks for no more than the pixels can show', async () => {
  const month = (asked: Request) => isPlot(asked) && Math.abs(hours(plotOf(asked)) - 720) < 1;
  const [request] = await Promise.all([
    at.page.waitForRequest(month),
    at.page.click('button:has-text("30d")'),
  ]);
  const body = plotOf(request);
  expect(body.pixels).toBeLessThanOrEqual(1440);
  const answer = (await (await request.response())?.json()) as { series: { t: number[] }[] };
  for (const series of answer.series) expect(series.t.length).toBeLessThanOrEqual(body.pixels * 4 + 16);
});

it('zooms with the wheel and asks the server again', async () => {
  const frame = await chart().boundingBox();
  if (!frame) throw new Error('no chart');
  await at.page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2);
  const asked = at.page.waitForRequest(
    request => isPlot(request) && hours(plotOf(request)) < 700 && plotOf(request).tags.length > 0,
  );
  for (let i = 0; i < 5; i++) await at.page.mouse.wheel(0, -200);
  expect(hours(plotOf(await asked))).toBeLessThan(700);
  await at.page.waitForURL(/from=.*to=/);
});

it('reads the values at the cursor into the table and pins it by a click', async () => {
  const frame = await chart().boundingBox();
  if (!frame) throw new Error('no chart');
  await at.page.mouse.click(frame.x + frame.width * 0.4, frame.y + frame.height * 0.4);
  await at.page.waitForURL(/at=/);
  await at.page.waitForSelector('table[aria-label="光标处数值"] td b');
  await at.page.waitForSelector('h2:has-text("光标处数值") + span:has-text("已固定")');
});

it('takes a tag that is dragged onto a lane', async () => {
  const before = new URL(at.page.url()).searchParams.get('tags') ?? '';
  const tag = at.page.locator('button[draggable=true][aria-pressed=false]').first();
  await tag.dragTo(chart(), { targetPosition: { x: 300, y: 60 } });
  await at.page.waitForFunction(old => new URL(location.href).searchParams.get('tags') !== old, before);
  expect((new URL(at.page.url()).searchParams.get('tags') ?? '').length).toBeGreaterThan(before.length);
  expect(at.errors).toEqual([]);
  expect(at.foreign).toEqual([]);
});
