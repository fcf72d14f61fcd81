import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { logIn } from './support/api.mjs';

interface Page<T> {
  items: T[];
  total: number;
}
interface Tag {
  id: number;
  name: string;
  virtual: boolean;
}
interface Asset {
  id: number;
  kind: string;
}

/** What only people record; the rest comes from the plant. */
const BY_HAND = ['STOP', 'MAINTENANCE', 'OTHER'];
const DAY = 86_400_000;
const POTS = 20;
const TAGS_OF_A_POT = 'V R SLOPE NOISE FEED MODE TB SH XS DOSE HB HM TAP BEAM VSET AE'.split(' ');

let ask: <T>(path: string) => Promise<T>;
let assets: Asset[];

/** What the demo promises to hold, on the small line the browser tests run against. */
describe.skipIf(process.env.KUNAN_URL === 'mock')('the demo', () => {
  beforeAll(async () => {
    const call = await logIn(inject('base'), inject('user'), inject('password'));
    ask = async <T>(path: string) => (await call('GET', path)) as T;
    assets = await ask<Asset[]>('/api/assets');
  });

  const pot = () => assets.find(asset => asset.kind === 'EQUIPMENT')?.id ?? 0;
  const tagsOf = async (asset: number) => (await ask<Page<Tag>>(`/api/tags?size=100&assetId=${asset}`)).items;

  it('says on every page that its plant is virtual', async () => {
    const { mode, virtualPlant, banner } = await ask<{
      mode: string;
      virtualPlant: boolean;
      banner: { zh: string; en: string };
    }>('/api/session');
    expect({ mode, virtualPlant }).toEqual({ mode: 'demo', virtualPlant: true });
    expect(banner.zh).toContain('虚拟');
    expect(banner.en).toContain('virtual plant');
  });

  it('has one company tree with a line of pots, and 16 measured tags on each', async () => {
    const kinds = assets.map(asset => asset.kind);
    expect(kinds.slice(0, 3)).toEqual(['GROUP', 'COMPANY', 'PLANT']);
    expect(kinds.filter(kind => kind === 'LINE')).toHaveLength(1);
    expect(kinds.filter(kind => kind === 'EQUIPMENT')).toHaveLength(POTS);
    for (const asset of assets.filter(one => one.kind === 'EQUIPMENT')) {
      const names = (await tagsOf(asset.id)).map(tag => tag.name.split('.').at(-1));
      expect(names).toEqual(expect.arrayContaining(TAGS_OF_A_POT));
    }
  });

  it('has a generated strip mill with a plan, and says that it is generated', async () => {
    const plants =
      await ask<{ assetId: number; name: { en: string }; virtual: boolean; orders: number }[]>(
        '/api/scheduling',
      );
    const mill = plants.find(one => one.name.en.includes('generated example'));
    expect(mill).toMatchObject({ virtual: true, orders: 150 });
  });

  it('remembers 30 days of the voltage by the second and 7 days of every tag by the minute', async () => {
    const tags = await tagsOf(pot());
    const points = async (quantity: string, age: number) => {
      const id = tags.find(tag => tag.name.endsWith(`.${quantity}`))?.id;
      const from = Date.now() - age * DAY;
      const [start, end] = [from, from + 600_000].map(time => new Date(time).toISOString());
      const csv = await ask<string>(`/api/history/export?tags=${id}&from=${start}&to=${end}`);
      return csv.trim().split('\n').length - 1;
    };
    expect(await points('V', 29.9)).toBeGreaterThanOrEqual(590);
    for (const quantity of TAGS_OF_A_POT)
      expect(await points(quantity, 6.9), quantity).toBeGreaterThanOrEqual(9);
  });

  it('has an event of each kind, advice, alarm rules and a model labelled virtual', async () => {
    const types = (await ask<{ code: string }[]>('/api/event-types')).map(type => type.code);
    expect(types).toEqual(expect.arrayContaining(BY_HAND));
    for (const code of types.filter(type => !BY_HAND.includes(type)))
      expect((await ask<Page<unknown>>(`/api/events?size=1&type=${code}`)).total, code).toBeGreaterThan(0);
    expect((await ask<Page<unknown>>('/api/advice?size=1')).total).toBeGreaterThan(0);
    expect((await ask<unknown[]>('/api/alarm-rules')).length).toBeGreaterThan(0);
    await vi.waitFor(
      async () => {
        const models = await ask<{ target: { quantity: string }; virtual: boolean }[]>('/api/models');
        expect(models.find(model => model.target.quantity === 'TB')?.virtual).toBe(true);
      },
      { timeout: 90_000, interval: 500 },
    );
  });

  it('names the commit it was built from, where git knows one', async () => {
    let head = '';
    try {
      head = execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { encoding: 'utf8' }).trim();
    } catch {
      // a copy without git: the build has no commit to name
    }
    const { commit } = await ask<{ commit: string }>('/api/about');
    expect(commit.replace('-dirty', '')).toBe(head);
  });
});
