import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from './support/browser.mjs';
import { judge } from './support/judge';
import { login, settled, visit, type Visit } from './support/visit';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A plant of its own, with a plan made by the rules unless nothing is to be planned; answers its asset. */
function generated(page: Page, planned = true) {
  return page.evaluate(async planned => {
    const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
    const post = async (path: string, body: unknown) => {
      const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token) };
      const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as { id: number };
    };
    const name = { zh: '板带', en: 'Strip' };
    const code = `S${Date.now()}`;
    const asset = await post('/api/assets', { kind: 'PLANT', code, name, attributes: {} });
    if (planned) await post('/api/scheduling', { assetId: asset.id, orders: 120, days: 6, seed: 2 });
    return asset.id;
  }, planned);
}

async function opened(): Promise<Visit & { canvas: ReturnType<Page['locator']> }> {
  const at = await visit(browser, 'light', 'en');
  await login(at, '/about');
  const asset = await generated(at.page);
  await at.go(`/scheduling?asset=${asset}`);
  await settled(at.page);
  const canvas = at.page.locator('canvas[role=img]');
  await canvas.waitFor();
  return { ...at, canvas };
}

/** Drags the bar nearest to the right edge of the drawn plan; answers whether the plan took it. */
async function dragLast(at: Awaited<ReturnType<typeof opened>>, by: number) {
  await at.page.keyboard.press('0');
  const box = (await at.canvas.boundingBox())!;
  const row = box.y + box.height - 8;
  const answered = at.page.waitForResponse(answer => answer.url().endsWith('/moves'));
  // From the right edge to the left until a bar is under the pointer: a drag of the ground only pans.
  for (let x = box.x + box.width - 10; x > box.x + 130; x -= 6) {
    await at.page.mouse.move(x, row);
    await at.page.mouse.down();
    await at.page.mouse.move(x + by, row, { steps: 3 });
    await at.page.mouse.up();
    const answer = await Promise.race([
      answered,
      at.page.evaluate(() => new Promise(done => requestAnimationFrame(() => done(null)))),
    ]);
    if (answer) return (answer as Awaited<typeof answered>).status();
    await at.page.keyboard.press('0');
  }
  throw new Error('no bar was found');
}

it('moves a bar, takes it back, and plans anew in real Chromium', async () => {
  const at = await opened();
  expect(await at.canvas.getAttribute('aria-label')).toMatch(/120 orders/);
  expect(await judge(at.page)).toMatchObject({ scrolls: false, covered: [], unnamed: [] });

  expect(await dragLast(at, 200)).toBe(200);
  const undo = at.page.getByRole('button', { name: 'Undo' });
  await undo.click();
  await at.page.getByRole('button', { name: 'Redo' }).click();
  await at.page.getByText('not kept').waitFor();

  await at.page.getByRole('button', { name: '10 s', exact: true }).click();
  await at.page.keyboard.press('p');
  await at.page.getByRole('button', { name: 'Stop' }).click();
  await at.page.getByRole('button', { name: 'Publish' }).waitFor();
  await at.page.getByRole('group', { name: 'Time limit' }).waitFor();
  await at.page.getByRole('button', { name: 'Publish' }).click();
  await at.page.getByText(/in force v2/).waitFor();

  await at.page.getByRole('button', { name: 'All', exact: true }).last().click();
  await at.page.locator('tbody tr').first().click();
  await at.page.getByRole('heading', { name: /Order A/ }).waitFor();
  await at.page.getByRole('table', { name: /What held it/ }).waitFor();
  expect(at.errors).toEqual([]);
  await at.close();
});

it('refuses a bar before it is ready, and says from when on it is', async () => {
  const at = await opened();
  expect(await dragLast(at, -600)).toBe(409);
  await at.page
    .getByText(/not ready before \d\d-\d\d \d\d:\d\d|past/)
    .first()
    .waitFor();
  await at.close();
});

it('promises a date and mends a plan, and takes neither before it is told to', async () => {
  const at = await opened();
  await at.page.getByRole('link', { name: 'Orders & stops' }).click();
  await at.page.getByRole('textbox', { name: 'New order' }).fill('N-1');
  const tries = at.page.getByRole('button', { name: 'Try', exact: true });
  await tries.first().click();
  await at.page.getByRole('table', { name: 'Dates to choose from' }).waitFor();
  await tries.last().click();
  await at.page.getByRole('table', { name: 'Before, shifted and mended' }).waitFor();
  await at.page.getByRole('button', { name: 'Take the mended plan' }).click();
  await at.page.getByText('can be undone').waitFor();
  await at.page.getByRole('link', { name: 'Gantt chart' }).click();
  await at.page.getByText('not kept').waitFor();
  await at.page.getByText('120 orders').waitFor();
  expect(at.errors).toEqual([]);
  await at.close();
});

/** Lines of a template below a head, so that a plant is that of the templates. */
async function chooseTemplate(page: Page, kind: string, name: string) {
  const answer = await page.request.get(new URL(`/api/scheduling/templates/${kind}.csv`, page.url()).href);
  const file = { name: `${kind}.csv`, mimeType: 'text/csv', buffer: await answer.body() };
  await page.getByLabel(`File of ${name}`).setInputFiles(file);
}

it('plans a plant out of tables: says what a header may be and what cannot be used, then takes the rest', async () => {
  const at = await visit(browser, 'light', 'en');
  await login(at, '/about');
  const asset = await generated(at.page, false);
  await at.go(`/scheduling/import?asset=${asset}`);
  await settled(at.page);
  await chooseTemplate(at.page, 'machines', 'Machines');
  await chooseTemplate(at.page, 'setups', 'Set-ups');
  await chooseTemplate(at.page, 'routes', 'Routes');
  const due = new Date(Date.now() + 8 * 86_400_000).toISOString().slice(0, 10);
  const lines = [`A-1,${due},coil annealed,3003 1250`, 'A-2,soon,coil annealed,3003 1250'];
  const buffer = Buffer.from(['Order no,due,route,family', ...lines].join('\n'));
  await at.page.getByLabel('File of Orders').setInputFiles({ name: 'erp.csv', mimeType: 'text/csv', buffer });
  await at.page.getByText('Needed and missing').waitFor();
  await at.page.getByRole('button', { name: 'Use suggestions (1)' }).click();
  await at.page.getByRole('cell', { name: 'soon' }).waitFor();
  await at.page.getByRole('table', { name: 'What will change' }).getByText('A-1').waitFor();
  expect(await judge(at.page)).toMatchObject({ scrolls: false, covered: [], unnamed: [] });
  await at.page.getByRole('button', { name: 'Take over' }).click();
  await at.page.getByText('1 orders · 2 operations').waitFor();
  expect(at.errors).toEqual([]);
  await at.close();
});

it('reports a start from the floor, and the plan is timed anew around it', async () => {
  const at = await opened();
  await at.page.getByRole('link', { name: 'Actuals' }).click();
  const now = at.page.getByRole('table', { name: 'Machines now' });
  const waits = now.getByRole('row').filter({ hasText: 'begun by plan' }).first();
  await waits.getByRole('button', { name: 'Finish' }).click();
  await at.page.getByText('Reports taken: 1').waitFor();
  await at.page.getByRole('table', { name: 'Reported' }).locator('tbody tr').first().waitFor();
  await now.locator('tbody tr').last().click();
  await at.page.getByRole('button', { name: 'Report', exact: true }).waitFor();
  expect(await judge(at.page)).toMatchObject({ scrolls: false, covered: [], unnamed: [] });
  await at.page.getByRole('link', { name: 'Gantt chart' }).click();
  await at.page.getByText('not kept').waitFor();
  expect(at.errors).toEqual([]);
  await at.close();
});

it('shows the bottleneck by day, and a named what-if beside the last plan', async () => {
  const at = await opened();
  await at.page.getByRole('link', { name: 'Load' }).click();
  await at.page.getByText(/bottleneck \w+: \d+ %/).waitFor();
  await at.page.getByRole('table', { name: 'By machine and day' }).waitFor();
  expect(await judge(at.page)).toMatchObject({ scrolls: false, covered: [], unnamed: [] });
  await at.page.getByRole('link', { name: 'What-ifs' }).click();
  await at.page.getByRole('textbox', { name: 'Name' }).fill('one more shift');
  await at.page.getByRole('button', { name: 'Keep the draft' }).click();
  const figures = at.page.getByRole('table', { name: 'Figures' });
  await figures.getByText('one more shift').first().waitFor();
  expect(await judge(at.page)).toMatchObject({ scrolls: false, covered: [], unnamed: [] });
  expect(at.errors).toEqual([]);
  await at.close();
});
