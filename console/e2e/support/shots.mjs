/**
 * Pictures of every page in both themes and languages and two sizes: npm run shots [page …].
 * Without KUNAN_URL the built console is shown against invented answers; VIEWS chooses theme-language-width.
 */
import { mkdirSync } from 'node:fs';
import { launch } from './browser.mjs';
import { startMockServer } from './mock-server.mjs';

const folder = process.env.SHOTS ?? 'target/shots';
const only = process.argv.slice(2);
const wanted = name => only.length === 0 || only.includes(name);
const VIEWS = (process.env.VIEWS ?? 'light-zh-1440,dark-zh-1440,light-en-1440,dark-en-1920').split(',');
const DAY = 86_400_000;

/** Addresses of the pages, with a pot that has something to say. */
async function pagesOf(read) {
  const [lines, alarms, advice, evaluated, models] = await Promise.all(
    [
      '/api/potline/lines',
      '/api/alarms?state=open',
      '/api/advice?state=PROPOSED',
      '/api/advice?state=EVALUATED',
      '/api/models',
    ].map(read),
  );
  const line = lines[0].assetId;
  const map = await read(`/api/potline/lines/${line}/map`);
  const pots = map.rows.flatMap(row => row.pots);
  const pot = (
    pots.find(one => one.assetId === advice.items[0]?.assetId) ??
    pots.find(one => one.priority) ??
    pots[0]
  ).assetId;
  const { tags } = await read(`/api/potline/pots/${pot}`);
  const lanes = [
    [tags.V ?? tags.potVoltage, tags.NOISE ?? tags.noise],
    [tags.TB ?? tags.bathTemperature, tags.XS ?? tags.excessAluminiumFluoride],
    [tags.DOSE ?? tags.aluminiumFluorideDose, tags.FEED],
  ].map(lane => lane.filter(Boolean));
  const model = models.find(one => one.champion) ?? models[0];
  return {
    overview: '/overview',
    trends: `/trends?asset=${pot}&tags=${lanes.map(lane => lane.join(',')).join(';')}&range=7d&compare=1&at=${new Date(Date.now() - 2.2 * DAY).toISOString()}`,
    potline: `/potline?asset=${line}`,
    selected: `/potline?asset=${line}&pot=${pot}`,
    pot: `/potline/pots/${pot}?asset=${pot}`,
    alarms: '/alarms',
    alarm: `/alarms?alarm=${alarms.items[0]?.id ?? 0}`,
    rules: '/alarms/rules',
    advice: '/advice',
    proposal: `/advice?id=${advice.items[0]?.id ?? 0}`,
    result: `/advice?state=EVALUATED&id=${evaluated.items[0]?.id ?? 0}`,
    events: '/events',
    models: '/models',
    model: `/models/${model?.id}`,
    drift: `/models/${model?.id}?tab=drift`,
    live: `/models/${model?.id}?tab=live`,
    versions: `/models/${model?.id}?tab=versions`,
    assets: `/assets?asset=${pot}&tag=${tags.TB ?? tags.bathTemperature}`,
    line: `/assets?asset=${line}`,
    connections: '/connections',
    connection: '/connections?connection=1',
    broker: '/connections?connection=3',
    imports: '/imports',
    import: '/imports/1',
    users: '/users',
    about: '/about',
    empty: '/alarms?state=empty',
    loading: '/alarms?state=loading',
    error: '/overview?state=error',
  };
}

mkdirSync(folder, { recursive: true });
const server = process.env.KUNAN_URL ? null : await startMockServer();
const base = process.env.KUNAN_URL ?? server.url;
const browser = await launch();
for (const view of VIEWS) {
  const [theme, lang, width] = view.split('-');
  const context = await browser.newContext({
    viewport: { width: Number(width), height: width === '1920' ? 1080 : 900 },
  });
  const page = await context.newPage();
  page.on('console', message => message.type() === 'error' && console.error(view, message.text()));
  page.on('pageerror', error => console.error(view, error.message));
  const go = async (path, name) => {
    const url = new URL(path, base);
    url.searchParams.set('theme', theme);
    url.searchParams.set('lang', lang);
    await page.goto(url.href);
    await page.waitForLoadState('load');
    await page.waitForTimeout(Number(process.env.WAIT ?? 1200));
    await page.screenshot({ path: `${folder}/${name}-${view}.png` });
  };
  if (wanted('login')) await go('/', 'login');
  await page.goto(base);
  await page.fill('input[name=username]', process.env.KUNAN_USER ?? 'wang');
  await page.fill('input[name=password]', process.env.KUNAN_PASSWORD ?? 'right');
  await page.click('button[type=submit]');
  await page.waitForSelector('header');
  const read = path => page.evaluate(async asked => (await fetch(asked)).json(), path);
  for (const [name, path] of Object.entries(await pagesOf(read))) if (wanted(name)) await go(path, name);
  await context.close();
}
await browser.close();
server?.close();
process.exit(0);
