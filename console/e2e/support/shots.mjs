/** Pictures of every page, both themes and languages and two sizes: npm run shots [page …]. */
import { mkdirSync } from 'node:fs';
import { launch } from './browser.mjs';
import { startMockServer } from './mock-server.mjs';

const folder = process.env.SHOTS ?? 'target/shots';
const only = process.argv.slice(2);
const PAGES = {
  overview: '/overview',
  trends:
    '/trends?asset=116&tags=257,258;260,261;264,265&range=7d&compare=1&at=' +
    new Date(Date.now() - 2.2 * 864e5).toISOString(),
  potline: '/potline?asset=4',
  pot: '/potline/pots/116?asset=116',
  alarms: '/alarms',
  advice: '/advice',
  events: '/events',
  models: '/models',
  model: '/models/1',
  assets: '/assets?asset=116&tag=257',
  line: '/assets?asset=4',
  connections: '/connections',
  connection: '/connections?connection=2',
  imports: '/imports',
  'import-map': '/imports/3?asset=117',
  'import-run': '/imports/2',
  'import-report': '/imports/1',
  users: '/users',
  about: '/about',
};
const VIEWS = (process.env.VIEWS ?? 'light-zh-1440,dark-zh-1440,light-en-1440,dark-en-1920').split(',');

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
    await page.waitForTimeout(1200);
    await page.screenshot({ path: `${folder}/${name}-${view}.png` });
  };
  if (only.length === 0 || only.includes('login')) await go('/', 'login');
  await page.goto(base);
  await page.fill('input[name=username]', process.env.KUNAN_USER ?? 'wang');
  await page.fill('input[name=password]', process.env.KUNAN_PASSWORD ?? 'right');
  await page.click('button[type=submit]');
  await page.waitForSelector('header');
  for (const [name, path] of Object.entries(PAGES))
    if (only.length === 0 || only.includes(name)) await go(path, name);
  await context.close();
}
await browser.close();
server?.close();
process.exit(0);
