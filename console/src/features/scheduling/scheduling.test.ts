import { describe, expect, it } from 'vitest';
import type { Plan } from '@/shared/api/contract';
import { actualRows } from './actual-rows';
import { bottleneckOf, loadRows, stepOf, utilisation } from './load-grid';
import { barAt } from './use-gantt-pointer';
import { changed, firstEndingAfter, ganttPlan, urgency } from './plan';
import { orderRows } from './order-rows';
import { fitted, HEAD, minuteAt, NAMES, panned, scrolled, showing, tickStep, xOf, zoomed } from './view';
import type { Scene } from './gantt-scene';

const figures = {
  objective: 1,
  weightedTardinessHours: 1,
  onTimePercent: 50,
  lateOrders: 1,
  setupHours: 0,
  makespan: 400,
  completionHours: 1,
  waitingHours: 1,
};

const order = (id: string, first: number, due: number, end: number, operations: string[]) => ({
  id,
  customer: 'c',
  tonnes: 1,
  weight: 1,
  release: 0,
  due,
  end,
  first,
  operations,
});

const PLAN: Plan = {
  assetId: 1,
  name: 'two machines',
  virtual: true,
  startsAt: '2026-11-20T00:00:00Z',
  zone: 'UTC',
  now: 0,
  draft: { version: 1, revision: 1, undo: 0, redo: 0, unsaved: false },
  figures,
  families: [],
  resources: [
    { id: 'mill', stage: 'rolling', batch: 1, closed: [[0, 60]] },
    { id: 'saw', stage: 'sawing', batch: 1, closed: [] },
  ],
  orders: [order('A', 0, 300, 200, ['roll', 'saw']), order('B', 2, 350, 400, ['roll'])],
  bars: {
    order: [0, 0, 1],
    resource: [0, 1, 0],
    family: [-1, -1, -1],
    setup: [0, 0, 10],
    start: [60, 150, 300],
    end: [100, 200, 400],
  },
};

describe('a plan', () => {
  it('knows the bars of each row, the end of each order and of itself', () => {
    const gantt = ganttPlan(PLAN);
    expect([...gantt.byResource[0]!]).toEqual([0, 2]);
    expect([...gantt.orderEnd]).toEqual([200, 400]);
    expect(gantt.horizon).toBe(400);
  });

  it('takes over what a move changed and leaves the plan before as it was', () => {
    const before = ganttPlan(PLAN);
    const bars = [{ place: 2, resource: 1, setup: 0, start: 20, end: 120 }];
    const after = changed(before, { draft: PLAN.draft, figures, bars, milliseconds: 1 });
    expect([...after.byResource[1]!]).toEqual([2, 1]);
    expect([...after.orderEnd]).toEqual([200, 120]);
    expect([...before.byResource[0]!]).toEqual([0, 2]);
  });

  it('tells late, nearly late and in time apart', () => {
    expect([urgency(301, 300), urgency(300, 300), urgency(0, 300)]).toEqual([2, 1, 0]);
    expect(orderRows(PLAN, ganttPlan(PLAN)).map(row => row.id)).toEqual(['B', 'A']);
  });

  it('finds the first bar that ends after a minute', () => {
    const gantt = ganttPlan(PLAN);
    const row = gantt.byResource[0]!;
    expect([0, 99, 100, 400].map(at => firstEndingAfter(row, gantt.end, at))).toEqual([0, 0, 1, 2]);
  });
});

describe('the view', () => {
  const view = { from: 100, perPixel: 2, top: 0 };

  it('keeps the minute under the pointer when it zooms', () => {
    const near = zoomed(view, 300, 0.5, 10_000, 1_000);
    expect(near.perPixel).toBe(1);
    expect(minuteAt(near, 300)).toBe(minuteAt(view, 300));
    expect(xOf(near, minuteAt(view, 300))).toBe(300);
  });

  it('neither zooms nor pans out of the plan', () => {
    expect(zoomed(view, 300, 1e9, 10_000, 1_000).perPixel).toBeCloseTo(12_000 / (1_000 - NAMES));
    expect(zoomed(view, 300, 1e-9, 10_000, 1_000).perPixel).toBe(0.25);
    expect(panned(view, -1e9, 10_000, 1_000).from).toBeLessThan(10_000);
    expect(panned(view, 1e9, 10_000, 1_000).from).toBeGreaterThanOrEqual(-(1_000 - NAMES));
    expect(scrolled(view, 1e9, 700, 30).top).toBe(670);
    expect(scrolled(view, -5, 700, 30).top).toBe(0);
  });

  it('shows the whole plan and goes to what cannot be seen', () => {
    expect(xOf(fitted(10_000, 1_000), 10_000)).toBeLessThanOrEqual(1_000);
    expect(showing(view, 150, 200, 1_000)).toBe(view);
    const moved = showing(view, 9_000, 9_100, 1_000);
    expect(xOf(moved, 9_100)).toBeLessThan(1_000);
    expect(xOf(moved, 9_100)).toBeGreaterThan(NAMES);
  });

  it('marks the time axis in steps people count in', () => {
    expect([0.25, 2, 20, 200].map(tickStep)).toEqual([30, 240, 1440, 14400]);
  });

  it('finds the bar under the pointer, and none between bars', () => {
    const gantt = ganttPlan(PLAN);
    const scene = { plan: PLAN, gantt, view: { from: 0, perPixel: 1, top: 0 }, grouping: 'resource' };
    const at = (minute: number, row: number) =>
      barAt({ ...scene, rowHeight: 20, orders: [] } as unknown as Scene, NAMES + minute, HEAD + row * 20 + 5);
    expect([at(80, 0), at(200, 0), at(350, 0), at(160, 1), at(500, 1)]).toEqual([0, null, 2, 1, null]);
  });
});

describe('what may be reported now', () => {
  const report = (order: string, operation: number, end?: string) => ({
    order,
    operation,
    step: 'roll',
    resource: 'mill',
    start: '2026-11-20T01:00:00Z',
    end,
    scrapTonnes: 0,
    reportedAt: '2026-11-20T01:00:00Z',
    reportedBy: 'wang',
  });

  it('is what runs, what the plan has begun, and what comes next, machine by machine', () => {
    const rows = actualRows({ ...PLAN, now: 170 }, [report('A', 0, '2026-11-20T01:40:00Z')]);
    expect(rows.map(row => `${row.resource} ${row.order} ${row.state}`)).toEqual([
      'mill A done',
      'mill B next',
      'saw A assumed',
    ]);
  });

  it('keeps asking after what was reported to run, however long ago it should have ended', () => {
    const rows = actualRows({ ...PLAN, now: 5_000 }, [report('A', 0)]);
    expect(rows.map(row => row.state)).toEqual(['late']);
  });
});

it('has a share of the open time for each machine and day, and none on a day that is closed', () => {
  const day = (resource: string, at: number, working: number, open: number) => ({
    resource,
    day: at,
    working,
    setup: 60,
    open,
  });
  const days = [
    ...[660, 1_380, 300].map((working, at) => day('mill', at, working, 1_440)),
    day('saw', 0, 1_360, 1_440),
    day('saw', 1, 0, 0),
  ];
  const rows = loadRows(PLAN, { days, whole: [] });
  const [mill, saw] = rows;
  expect(mill?.days.map(utilisation)).toEqual([0.5, 1, 0.25]);
  expect(saw?.days.map(utilisation).slice(0, 2)).toEqual([expect.closeTo(0.986, 3), null]);
  expect(mill?.busy).toBe(0.75);
  expect(bottleneckOf(rows)?.resource).toBe('saw');
  expect([stepOf(null), stepOf(0.5), stepOf(utilisation(saw?.days[0]))]).toEqual(['closed', 's2', 'full']);
});
