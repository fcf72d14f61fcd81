import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Tag, TagStatistics } from '@/shared/api/contract';
import { setPlantZone } from '@/shared/time/plant-time';
import { savedFiles } from '@/testing/files';
import { renderPage } from '@/testing/render';
import { fakeServer } from '@/testing/server';
import { geometryOf, laneAt, pan, timeAt, xAt, zoom } from './geometry';
import { addTag, formatLanes, parseLanes, removeTag, settleLanes } from './lanes';
import { axisDigits, badGaps, extentOf, points, valueOn } from './series';
import { stripRange } from './strip';
import { plantTicks, timeLabel } from './time-axis';
import TrendsPage from './trends-page';
import { worstOf } from './worst';

vi.mock('@/shared/chart/echarts', () => ({
  init: () => ({
    setOption: vi.fn(),
    resize: vi.fn(),
    dispose: vi.fn(),
    on: vi.fn(),
    convertToPixel: () => Number.NaN,
  }),
}));

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('lanes', () => {
  const units: Record<number, string> = { 1: 'V', 2: 'mV', 3: '°C', 4: 'V', 5: 'V', 6: 'V', 7: 'V' };
  const unitOf = (id: number) => units[id];

  it('read from the address and back, without doubles or nonsense', () => {
    expect(parseLanes('1,2;3;x,2,-4')).toEqual([[1, 2], [3]]);
    expect(formatLanes([[1, 2], [3]])).toBe('1,2;3');
    expect(parseLanes('1,2,3,4,5')[0]).toHaveLength(4);
  });

  it('take a tag beside its unit, else into a lane of its own', () => {
    expect(addTag([[1], [3]], 4, unitOf)).toEqual([[1, 4], [3]]);
    expect(addTag([[1]], 3, unitOf)).toEqual([[1], [3]]);
    expect(addTag([[1]], 1, unitOf)).toEqual([[1]]);
  });

  it('take a dropped tag while there is room for four series and two units', () => {
    expect(addTag([[1]], 2, unitOf, 0)).toEqual([[1, 2]]);
    expect(addTag([[1, 2]], 3, unitOf, 0)).toEqual([[1, 2], [3]]);
    expect(addTag([[1, 4, 5, 6]], 7, unitOf, 0)).toEqual([[1, 4, 5, 6], [7]]);
    expect(addTag([[1, 2], [3]], 2, unitOf, 1)).toEqual([[1], [3, 2]]);
  });

  it('part when an address puts three units into one', () => {
    expect(settleLanes([[1, 2, 3, 4], [5]], unitOf)).toEqual([[1, 2, 4], [3], [5]]);
    expect(settleLanes([[1, 4]], () => undefined)).toEqual([[1, 4]]);
  });

  it('vanish with their last tag', () => {
    expect(removeTag([[1], [3]], 1)).toEqual([[3]]);
  });
});

describe('geometry', () => {
  const view = { from: 0, to: 1000 * HOUR };

  it('maps time to the screen and back', () => {
    expect(timeAt(xAt(400 * HOUR, 1000, view), 1000, view)).toBeCloseTo(400 * HOUR, 3);
  });

  it('zooms about an instant that stays in its place, never below ten seconds', () => {
    const next = zoom(view, 250 * HOUR, 0.5);
    expect(xAt(250 * HOUR, 1000, next)).toBeCloseTo(xAt(250 * HOUR, 1000, view), 6);
    expect(next.to - next.from).toBe(500 * HOUR);
    const closest = zoom({ from: 0, to: 11_000 }, 0, 0.01);
    expect(closest.to - closest.from).toBe(10_000);
    expect(pan(view, HOUR)).toEqual({ from: HOUR, to: 1001 * HOUR });
  });

  it('knows the lane under the pointer', () => {
    const { lanes } = geometryOf(1000, 500, 3);
    expect(laneAt((lanes[1]?.top ?? 0) + 5, lanes)).toBe(1);
    expect(laneAt((lanes[1]?.top ?? 0) - 5, lanes)).toBeUndefined();
  });

  it('shows a stretch of round days below, at least eight times the view, that holds it', () => {
    const now = 400 * DAY;
    const range = stripRange({ from: now - 7 * DAY, to: now }, now);
    expect(range.days).toBe(90);
    expect(range.from).toBeLessThan(now - 7 * DAY);
    expect(range.to).toBeGreaterThanOrEqual(now);
  });
});

describe('a course', () => {
  const series = { tag: 1, t: [0, 1000, 2000, 3000, 4000], v: [1, null, null, 4, 5] };

  it('has gaps where quality was bad', () => {
    expect(badGaps(series)).toEqual([{ from: 1000, to: 3000 }]);
    expect(badGaps({ tag: 1, t: [0, 1000, 2000], v: [1, null, null] })).toEqual([{ from: 1000, to: 2000 }]);
  });

  it('has a value between points by a straight line, held for steps, none in a gap', () => {
    expect(valueOn(series, 3500, false)).toBe(4.5);
    expect(valueOn(series, 3500, true)).toBe(4);
    expect(valueOn(series, 1500, false)).toBeNull();
    expect(valueOn(series, -1, false)).toBeNull();
  });

  it('gets as many digits on its axis as tell the steps apart', () => {
    const digits = (...v: number[]) => axisDigits(extentOf([{ tag: 1, t: v, v }]));
    expect([
      digits(3.932, 3.94),
      digits(499.9, 500.3),
      digits(0, 40),
      digits(945, 960),
      digits(5, 5),
    ]).toEqual([3, 1, 0, 0, undefined]);
  });

  it('keeps its scale when one short spike would flatten it, and says what is off scale', () => {
    const calm = Array.from({ length: 400 }, (_, i) => 3.8 + (i % 20) / 100);
    expect(extentOf([{ tag: 1, t: calm, v: calm }])?.outside).toBeUndefined();
    const struck = [...calm, 49.04];
    const extent = extentOf([{ tag: 1, t: struck, v: struck }]);
    expect(extent?.outside).toBe(49.04);
    expect(extent?.high).toBeLessThan(4.1);
  });

  it('is broken where nothing was measured for long', () => {
    const tag = { expectedPeriodSeconds: 1, step: false } as Tag;
    const paused = { tag: 1, t: [0, 1000, 60_000], v: [1, 2, 3] };
    expect(points(paused, tag, 100)).toEqual([
      [0, 1],
      [1000, 2],
      [1001, null],
      [60_000, 3],
    ]);
    expect(points(paused, { ...tag, step: true }, 100)).toHaveLength(3);
  });
});

describe('the time axis', () => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  afterEach(() => setPlantZone(zone));

  it('ticks at the midnights of the plant and across a change of summer time', () => {
    setPlantZone('Asia/Shanghai');
    const view = { from: Date.parse('2026-11-13T06:32:00Z'), to: Date.parse('2026-11-20T06:32:00Z') };
    expect(plantTicks(view, 7).map(timeLabel(view))).toEqual([
      '11-14',
      '11-15',
      '11-16',
      '11-17',
      '11-18',
      '11-19',
      '11-20',
    ]);
    setPlantZone('Europe/Oslo');
    const autumn = { from: Date.parse('2026-10-23T12:00:00Z'), to: Date.parse('2026-10-28T12:00:00Z') };
    expect(plantTicks(autumn, 5).map(timeLabel(autumn))).toEqual([
      '10-24',
      '10-25',
      '10-26',
      '10-27',
      '10-28',
    ]);
  });

  it('is as fine as seconds and as coarse as years', () => {
    setPlantZone('UTC');
    const at = Date.parse('2026-01-01T00:00:00Z');
    const seconds = { from: at + 1000, to: at + 31_000 };
    expect(plantTicks(seconds, 6).map(timeLabel(seconds))[0]).toBe('00:00:05');
    const years = { from: at - 10 * 365 * DAY, to: at };
    expect(plantTicks(years, 5).map(timeLabel(years)).slice(-2)).toEqual(['2024', '2026']);
  });
});

const tag = (id: number, zh: string, unit: string): Tag => ({
  id,
  name: `L2.2017.${id}`,
  assetId: 116,
  quantity: 'q',
  label: { zh, en: zh },
  group: { zh: '电气', en: 'Electrical' },
  unit,
  low: 0,
  high: 60,
  limitLow: 3.9,
  limitHigh: 3.98,
  step: false,
  retentionClass: 'raw',
  virtual: true,
});

describe('the page', () => {
  const tags = [tag(1, '槽电压', 'V'), tag(2, '噪声', 'mV')];
  const serve = (more: Record<string, unknown> = {}) =>
    fakeServer({
      'GET /api/assets': [
        { id: 116, kind: 'EQUIPMENT', code: '2017', name: { zh: '2017#', en: '2017' }, attributes: {} },
      ],
      'GET /api/tags': { items: tags, total: 2 },
      'GET /api/tags/1': tags[0],
      'GET /api/tags/2': tags[1],
      'GET /api/events': { items: [], total: 0 },
      'POST /api/history/plot': ({ body }: { body: { from: string; to: string } }) => ({
        ...body,
        series: [],
        scanned: 604_800,
        returned: 4216,
        millis: 38,
      }),
      'POST /api/history/statistics': [
        { tag: 1, count: 9, min: 3.931, mean: 3.955, max: 4.42, goodShare: 1 },
      ],
      'POST /api/history/at': [{ tag: 1, value: 3.959, quality: 0x4000, ageSeconds: 1 }],
      ...more,
    });

  beforeEach(() => {
    document.cookie = 'XSRF-TOKEN=t';
    // happy-dom lays nothing out; the chart needs a size to ask for pixels.
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1010);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(500);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('says what to do when no tag is chosen, and draws the first ones on request', async () => {
    const server = serve();
    renderPage(<TrendsPage />, { at: '/trends?asset=116' });
    await screen.findByRole('button', { name: /槽电压/ });
    fireEvent.click(screen.getByRole('button', { name: '画前几个标签' }));
    await waitFor(() => expect(server.to('/api/history/plot').length).toBeGreaterThan(0));
    expect(server.to('/api/history/plot')[0]?.body).toMatchObject({ tags: [1, 2], pixels: 900 });
  });

  it('shows the values at the cursor with quality, age, statistics and normal range', async () => {
    serve();
    renderPage(<TrendsPage />, { at: '/trends?tags=1&asset=116' });
    const cell = await screen.findByText('3.959');
    const row = cell.closest('tr')?.textContent ?? '';
    for (const words of ['槽电压', 'L2.2017.1', '不确定', '1.0 s', '3.931', '3.955', '4.420', '3.90–3.98'])
      expect(row).toContain(words);
    expect(await screen.findByText(/604 800 点 → 4 216 点 · 38 ms/)).toBeTruthy();
  });

  it('exports the table at the cursor with trust and normal range', async () => {
    const files = savedFiles();
    serve();
    renderPage(<TrendsPage />, { at: '/trends?tags=1&asset=116' });
    await screen.findByText('3.959');
    fireEvent.click(screen.getByTitle('导出全部行为 CSV'));
    await waitFor(async () =>
      expect(await files.header()).toBe('量,标签,光标值,较上一周期,质量 · 数据龄,最小,平均,最大,正常范围'),
    );
    expect(await files.last()).toMatch(/不确定 · 1\.0 s,3\.931,3\.955,4\.42,3\.90–3\.98/);
  });

  it('draws the events of every asset that has a tag here, and says when some are left out', async () => {
    const event = (id: number, assetId: number) => ({
      id,
      assetId,
      type: 'TAP',
      start: new Date(Date.now() - HOUR).toISOString(),
      title: { zh: '出铝', en: 'Tap' },
      attributes: {},
    });
    const server = serve({
      'GET /api/tags/2': { ...tags[1], assetId: 117 },
      'GET /api/events': ({ query }: { query: URLSearchParams }) =>
        query.get('assetId') === '116'
          ? { items: [event(1, 116), event(2, 116)], total: 350 }
          : { items: [event(2, 116), event(3, 117)], total: 2 },
    });
    renderPage(<TrendsPage />, { at: '/trends?tags=1,2' });
    expect(await screen.findByText(/只画出 351 个事件中最近的 3 个/)).toBeTruthy();
    expect(new Set(server.to('/api/events').map(call => call.query.get('assetId')))).toEqual(
      new Set(['116', '117']),
    );
  });

  it('tells of a corrected point who, when, why and what stood there, and leads to it', async () => {
    const time = Date.parse('2026-11-20T06:00:00Z');
    serve({
      'POST /api/history/corrections': {
        items: [
          {
            tag: 1,
            unit: 'V',
            time,
            oldValue: 4.812,
            oldQuality: 0,
            newValue: 3.951,
            newQuality: 0,
            at: '2026-11-20T08:30:00Z',
            who: 'wang',
            why: '量程接错',
          },
        ],
        total: 1,
      },
    });
    renderPage(<TrendsPage />, { at: '/trends?tags=1&asset=116' });
    await screen.findByText('3.959');
    fireEvent.click(screen.getByRole('button', { name: '更正记录' }));
    const row = (await screen.findByText('量程接错')).closest('tr');
    for (const words of ['槽电压', '4.812', '3.951', 'wang']) expect(row?.textContent).toContain(words);
    fireEvent.click(row as HTMLElement);
    fireEvent.click(screen.getByRole('button', { name: '数值' }));
    expect(await screen.findByText(/已固定/)).toBeTruthy();
  });

  it('asks for the period before when comparing', async () => {
    const server = serve();
    renderPage(<TrendsPage />, { at: '/trends?tags=1&from=2026-11-13T00:00:00Z&to=2026-11-20T00:00:00Z' });
    await screen.findByText('3.959');
    fireEvent.click(screen.getByRole('button', { name: '对比上一周期' }));
    await waitFor(() => {
      const asked = server.to('/api/history/plot').map(call => (call.body as { from: string }).from);
      expect(asked).toContain('2026-11-06T00:00:00.000Z');
    });
  });

  it('zooms by key and asks the server again at the new resolution', async () => {
    const server = serve();
    renderPage(<TrendsPage />, { at: '/trends?tags=1&from=2026-11-13T00:00:00Z&to=2026-11-20T00:00:00Z' });
    await screen.findByText('3.959');
    fireEvent.keyDown(document.body, { key: '+' });
    await waitFor(() => {
      const spans = server.to('/api/history/plot').map(call => {
        const { from, to } = call.body as { from: string; to: string };
        return Math.round((Date.parse(to) - Date.parse(from)) / HOUR);
      });
      expect(spans).toContain(112);
    });
  });

  it('takes a tag away by the same button', async () => {
    serve();
    renderPage(<TrendsPage />, { at: '/trends?tags=1&asset=116' });
    const button = await screen.findByRole('button', { name: /^槽电压/ });
    fireEvent.click(button);
    expect(await screen.findByText('还没有标签')).toBeTruthy();
  });
});

describe('the worst of a range', () => {
  const tag = (id: number, limitLow?: number, limitHigh?: number) =>
    ({ id, limitLow, limitHigh, states: [] }) as unknown as Tag;
  const figures = (id: number, min: number | null, max: number | null) =>
    ({ tag: id, min, max }) as unknown as TagStatistics;
  const tags = new Map([tag(1, 3.8, 4.02), tag(2, 945, 965), tag(3)].map(one => [one.id, one]));

  it('is measured in widths of the normal range, above or below', () => {
    expect(worstOf([figures(1, 3.79, 4.42), figures(2, 940, 966)], tags)).toMatchObject({
      side: 'above',
      value: 4.42,
      limit: 4.02,
    });
    expect(worstOf([figures(2, 930, 966)], tags)).toMatchObject({ side: 'below', value: 930, limit: 945 });
  });

  it('is nothing in good order, without values and without limits', () => {
    expect(worstOf([figures(1, 3.8, 4.02), figures(2, null, null), figures(3, -9, 9)], tags)).toBeNull();
    expect(worstOf(undefined, tags)).toBeNull();
  });
});
