import { expect, test } from 'vitest';
import type { Advice, ModelLive, ModelSummary, PotCell, PotMap } from '@/shared/api/contract';
import { formatBrief } from '@/shared/format/number';
import { inOrder } from './advice-order';
import { mapGeometry } from './map-geometry';
import { beside, countPots, deviationOf, neighbour, potsOf, replacePots, worstOf } from './pots';
import { modelFor, tagOf } from './quantities';
import { areSamples, ninePath, samplesOf } from './samples';
import { deviationColour, fillOf, noiseColour } from './scales';
import { splitAt } from './temperature-option';
import { placeLanes, potLanes } from './trend-lanes';
import { digitsOf } from './trend-digits';

const cell = (assetId: number, more: Partial<PotCell> = {}): PotCell => ({
  assetId,
  number: String(2000 + assetId),
  state: 'RUNNING',
  temperature: 952,
  temperatureTarget: 951,
  stale: false,
  todayWork: [],
  ...more,
});

const mapOf = (...rows: PotCell[][]): PotMap => ({
  line: { assetId: 4, code: 'L2', name: { zh: '二系列', en: 'Line 2' } },
  figures: [],
  sentence: { zh: '', en: '' },
  rows: rows.map((pots, i) => ({ hall: i === 0 ? 'A' : 'B', label: '', pots })),
  counts: {},
});

test('only changed pots and their rows become new objects', () => {
  const old = mapOf([cell(1), cell(2)], [cell(3)]);
  const next = replacePots(old, [cell(2, { temperature: 970 })]);
  expect(next.rows[1]).toBe(old.rows[1]);
  expect(next.rows[0]?.pots[0]).toBe(old.rows[0]?.pots[0]);
  expect(next.rows[0]?.pots[1]?.temperature).toBe(970);
  expect(replacePots(old, [])).toBe(old);
});

test('a changed pot loses what the new one does not carry', () => {
  const old = mapOf([cell(1, { priority: 1, adviceId: 9 })]);
  const [pot] = potsOf(replacePots(old, [cell(1)]));
  expect(pot?.priority).toBeUndefined();
  expect(pot?.adviceId).toBeUndefined();
});

test('counts agree with the pots', () => {
  const counts = countPots([
    cell(1),
    cell(2, { priority: 1, adviceId: 5, todayWork: ['ANODE_CHANGE'] }),
    cell(3, { state: 'STOPPED' }),
    cell(4, { state: 'START_UP' }),
    cell(5, { stale: true, todayWork: ['TAP'] }),
  ]);
  expect(counts).toMatchObject({
    total: 5,
    running: 3,
    stopped: 1,
    startUp: 1,
    normal: 1,
    advice: 1,
    anodeChange: 1,
    tap: 1,
    stale: 1,
  });
  expect(counts.priority).toEqual({ 1: 1, 2: 0, 3: 0 });
});

test('arrows walk to the neighbour and stop at the edge', () => {
  const map = mapOf([cell(1), cell(2), cell(3)], [cell(4), cell(5)]);
  expect(neighbour(map, 2, 'right')?.assetId).toBe(3);
  expect(neighbour(map, 3, 'right')?.assetId).toBe(3);
  expect(neighbour(map, 3, 'down')?.assetId).toBe(5);
  expect(neighbour(map, 4, 'down')?.assetId).toBe(4);
  expect(neighbour(map, 5, 'up')?.assetId).toBe(2);
  expect(neighbour(map, null, 'left')?.assetId).toBe(1);
  expect(beside(potsOf(map), 3, 1)?.assetId).toBe(4);
  expect(beside(potsOf(map), 1, -1)).toBeUndefined();
});

test('the pot to look at first has the highest priority, then the largest distance from target', () => {
  const pots = [cell(1, { priority: 2, temperature: 980 }), cell(2, { priority: 1 }), cell(3)];
  expect(worstOf(pots)?.assetId).toBe(2);
  expect(
    worstOf([cell(1, { priority: 2, temperature: 953 }), cell(2, { priority: 2, temperature: 940 })])
      ?.assetId,
  ).toBe(2);
  expect(worstOf([cell(3)])).toBeUndefined();
});

test('scales: target in the middle, ends held, nothing known no colour', () => {
  expect(deviationColour(0)).toBe('var(--diverging-4)');
  expect(deviationColour(-99)).toBe('var(--diverging-1)');
  expect(deviationColour(99)).toBe('var(--diverging-7)');
  expect(noiseColour(4)).toBe('var(--sequential-1)');
  expect(noiseColour(60)).toBe('var(--sequential-6)');
  expect(fillOf(cell(1, { temperature: undefined }), 'temperature')).toBeNull();
  expect(deviationOf(cell(1, { temperature: undefined }))).toBeNull();
});

test.each([
  [860, 260, 50, 6],
  [1300, 400, 50, 6],
  [860, 260, 42, 8],
  [700, 200, 12, 2],
])('in %i × %i px every one of %i × %i pots stands inside and none touches the next', (w, h, n, m) => {
  const rows = Array.from({ length: m }, (_, r) => Array.from({ length: n }, (_, c) => cell(r * n + c)));
  const geometry = mapGeometry(mapOf(...rows), w, h);
  for (let column = 1; column < n; column++)
    expect(geometry.x(column)).toBeGreaterThan(geometry.x(column - 1) + geometry.potWidth);
  for (let row = 1; row < m; row++)
    expect(geometry.y(row)).toBeGreaterThan(geometry.y(row - 1) + geometry.rowHeight);
  expect(geometry.x(n - 1) + geometry.potWidth).toBeLessThanOrEqual(w);
  expect(geometry.y(m - 1) + geometry.rowHeight).toBeLessThanOrEqual(h);
});

test('a value that is only held is one sample; gaps are none', () => {
  const t = Array.from({ length: 200 }, (_, i) => i);
  const held = samplesOf({ tag: 1, t, v: t.map(i => (i < 100 ? 950 : 955)) });
  expect(held.map(one => [one.at, one.value])).toEqual([
    [0, 950],
    [100, 955],
  ]);
  const few = samplesOf({ tag: 1, t: [1, 2, 3], v: [950, null, 951] });
  expect(few).toEqual([
    { at: 1, value: 950 },
    { at: 3, value: 951 },
  ]);
  expect(areSamples(samplesOf({ tag: 1, t, v: t.map(i => 950 + i) }))).toBe(false);
});

test('the nine boxes: normal range in the middle, ends held, the last known value carried on', () => {
  const sample = (at: number, value: number) => ({ at, value });
  const path = ninePath(
    { samples: [sample(5, 11)], range: { low: 10, high: 12 } },
    { samples: [sample(5, 951), sample(15, 999)], range: { low: 945, high: 957 } },
    { from: 0, to: 20 },
    2,
  );
  expect(path.map(({ x, y }) => [x, y])).toEqual([
    [1.5, 1.5],
    [1.5, 2.94],
  ]);
});

test('the forecast begins at now and joins the past', () => {
  const live: ModelLive = {
    t: [1, 2, 3, 4],
    predicted: [10, 11, 12, 13],
    low: [],
    high: [],
    actual: [],
    explanation: [],
    envelope: { inside: true, distance: 0, limit: 1 },
  };
  expect(splitAt(live, 2.5).past.t).toEqual([1, 2]);
  expect(splitAt(live, 2.5).future.t).toEqual([2, 3, 4]);
  expect(splitAt(live, 2.5).hasForecast).toBe(true);
  expect(splitAt(live, 9).hasForecast).toBe(false);
  expect(splitAt({ ...live, predicted: [10, 11, null, null] }, 2.5).hasForecast).toBe(false);
});

test('quantities are found by the code of the plant or the long one', () => {
  expect(tagOf({ TB: 7, V: 1 }, 'temperature')).toBe(7);
  expect(tagOf({ bathTemperature: 8 }, 'temperature')).toBe(8);
  expect(tagOf({ V: 1 }, 'noise')).toBeUndefined();
});

test('the model of a pot: about its quantity, at it or above it, with a champion', () => {
  const model = (more: Partial<ModelSummary>): ModelSummary => ({
    id: 1,
    code: 'bath-temperature',
    name: { zh: '', en: '' },
    assetId: 4,
    target: { label: { zh: '', en: '' }, unit: '°C' },
    horizonSeconds: 86_400,
    virtual: true,
    champion: 3,
    status: 'ok',
    ...more,
  });
  const find = (one: ModelSummary) => modelFor([one], 'temperature', 7, new Set([3, 4, 116]))?.id;
  expect(find(model({}))).toBe(1);
  expect(find(model({ assetId: 9 }))).toBeUndefined();
  expect(find(model({ champion: undefined }))).toBeUndefined();
  expect(find(model({ code: 'x', target: { tagId: 7, label: { zh: '', en: '' }, unit: '' } }))).toBe(1);
  expect(find(model({ target: { tagId: 8, label: { zh: '', en: '' }, unit: '' } }))).toBeUndefined();
  expect(find(model({ code: 'x', target: { quantity: 'TB', label: { zh: '', en: '' }, unit: '' } }))).toBe(1);
});

test('lanes leave out what a pot has no tag for and fill the height', () => {
  const pot = { tags: { TB: 7, V: 1, NOISE: 2 } } as never;
  const lanes = potLanes(pot);
  expect(lanes.map(lane => lane.series.map(one => one.tag))).toEqual([[7], [1, 2]]);
  const places = placeLanes(lanes, 300);
  expect((places[1]?.top ?? 0) + (places[1]?.height ?? 0)).toBeCloseTo(300 - 22);
  expect(potLanes({ tags: {} } as never)).toEqual([]);
});

test('advice in order: by priority then money, by money, by risk, by expiry', () => {
  const advice = (id: number, priority: number, money: number, risk: string, hours: number) =>
    ({
      id,
      priority,
      risk,
      money: { perDay: money, plusMinus: 0, currency: 'CNY' },
      expiresAt: new Date(hours * 3_600_000).toISOString(),
    }) as Advice;
  const all = [advice(1, 2, 100, 'medium', 3), advice(2, 1, 50, 'high', 2), advice(3, 2, 300, 'low', 1)];
  const ids = (order: Parameters<typeof inOrder>[1]) => inOrder(all, order).map(one => one.id);
  expect(ids('priority')).toEqual([2, 3, 1]);
  expect(ids('money')).toEqual([3, 1, 2]);
  expect(ids('risk')).toEqual([3, 1, 2]);
  expect(ids('expiry')).toEqual([3, 2, 1]);
});

test('differences in about two digits, axes in as many as keep them apart', () => {
  expect([-18.2, -4.6, 0.062, 0].map(formatBrief)).toEqual(['−18', '−4.6', '+0.06', '±0.0']);
  expect(digitsOf([3.91, 3.98, null])).toBe(2);
  expect(digitsOf([940, 970])).toBe(0);
  expect(digitsOf([1, 1])).toBeUndefined();
});
