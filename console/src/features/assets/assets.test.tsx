import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setServerTime } from '@/shared/time/now';
import { fakeEventSource } from '@/testing/live';
import { renderPage } from '@/testing/render';
import { fakeServer, Refused } from '@/testing/server';
import { kindsBelow } from './api';
import { attributesOf, attributesText } from './asset-form';
import AssetsPage from './assets-page';
import { statesOf, statesText } from './trait-fields';

const name = (zh: string) => ({ zh, en: zh });
const assets = [
  { id: 1, kind: 'COMPANY', code: 'AL', name: name('云岭铝业'), attributes: {} },
  {
    id: 2,
    parentId: 1,
    kind: 'PLANT',
    code: 'YL',
    name: name('电解厂'),
    attributes: { zone: 'Asia/Shanghai' },
  },
  {
    id: 3,
    parentId: 2,
    kind: 'EQUIPMENT',
    code: 'P1',
    name: name('一号槽'),
    template: 'pot',
    attributes: {},
  },
];
const tag = {
  id: 9,
  name: 'P1.V',
  assetId: 3,
  quantity: 'potVoltage',
  label: name('槽电压'),
  group: name('电气'),
  unit: 'V',
  limitLow: 3.9,
  limitHigh: 4.1,
  step: false,
  retentionClass: 'default',
  virtual: true,
};

const serve = (more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/assets': assets,
    'GET /api/templates': [{ code: 'pot', name: name('电解槽'), tags: [{ suffix: 'V', traits: tag }] }],
    'GET /api/tags': ({ query }: { query: URLSearchParams }) =>
      query.get('assetId') === '3' || query.get('subtree') === 'true'
        ? { items: [tag], total: 1 }
        : { items: [], total: 0 },
    'GET /api/tags/9': tag,
    ...more,
  });

test('attributes and states are written one a line and read back the same', () => {
  const attributes = { zone: 'Asia/Shanghai', note: 'a = b' };
  expect(attributesOf(attributesText(attributes))).toEqual(attributes);
  expect(attributesOf(' \n= x\nkey=')).toEqual({ key: '' });
  const states = [
    { code: 0, zh: '停', en: 'off' },
    { code: 1, zh: '运行', en: 'on' },
  ];
  expect(statesOf(statesText(states))).toEqual(states);
  expect(statesOf('2 = 检修')).toEqual([{ code: 2, zh: '检修', en: '检修' }]);
});

test('a value is stale after the time that the server tells', async () => {
  const slow = { ...tag, expectedPeriodSeconds: 60, staleAfterSeconds: 180 };
  serve({
    'GET /api/tags': { items: [slow, { ...slow, id: 10, label: name('槽电流') }], total: 2 },
  });
  const line = fakeEventSource();
  renderPage(<AssetsPage />, { at: '/assets?asset=3' });
  await screen.findByText('槽电流');
  const now = Date.now();
  act(() =>
    line.last().send('values', [
      [9, now - 170_000, 3.94, 0],
      [10, now - 190_000, 501, 0],
    ]),
  );
  const shown = async (value: string) => (await screen.findByText(value)).parentElement?.title;
  expect(await shown('501')).toContain('陈旧');
  expect(await shown('3.94')).not.toContain('陈旧');
});

test('only what fits may hang below an asset', () => {
  expect(kindsBelow(undefined)).toContain('GROUP');
  expect(kindsBelow('PLANT')).toEqual(['LINE', 'EQUIPMENT']);
  expect(kindsBelow('EQUIPMENT')).toEqual(['EQUIPMENT']);
});

test('an asset shows what is known of it and its tags; a tag opens at the right', async () => {
  serve();
  renderPage(<AssetsPage />, { at: '/assets?asset=3' });
  expect(await screen.findByRole('heading', { name: '一号槽' })).toBeTruthy();
  expect(screen.getByText('1 个厂区，0 条产线，1 台设备')).toBeTruthy();
  const table = await screen.findByRole('table', { name: '标签' });
  fireEvent.click(await within(table).findByText('槽电压'));
  expect(await screen.findByText('potVoltage')).toBeTruthy();
  expect(screen.getByText('还没有值')).toBeTruthy();
});

test('a plant lists the tags of all below it, or only its own', async () => {
  const server = serve();
  renderPage(<AssetsPage />, { at: '/assets?asset=2' });
  expect(await screen.findByText('槽电压')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '本设备' }));
  expect(await screen.findByText('没有标签')).toBeTruthy();
  expect(server.to('/api/tags').some(call => call.query.get('subtree') === 'true')).toBe(true);
});

test('what the server refuses is shown where it was asked', async () => {
  serve({
    'DELETE /api/assets/2': new Refused(
      409,
      'YL still has 1 assets below it and 0 tags',
      'delete those first',
    ),
  });
  renderPage(<AssetsPage />, { at: '/assets?asset=2' });
  await screen.findByRole('heading', { name: '电解厂' });
  fireEvent.click(screen.getByRole('button', { name: '删除' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: /删\s?除/ }));
  expect(await within(dialog).findByText(/still has 1 assets/)).toBeTruthy();
});

test('a new asset is sent with its parent and kind', async () => {
  const server = serve({ 'POST /api/assets': { ...assets[2], id: 4 } });
  renderPage(<AssetsPage />, { at: '/assets?asset=2' });
  fireEvent.click(await screen.findByRole('button', { name: '在此新增' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('代码'), { target: { value: 'L3' } });
  fireEvent.change(within(dialog).getByLabelText('中文'), { target: { value: '三系列' } });
  fireEvent.change(within(dialog).getByLabelText('英文'), { target: { value: 'Line 3' } });
  fireEvent.click(within(dialog).getByRole('button', { name: /保\s?存/ }));
  await waitFor(() => expect(server.calls.some(call => call.method === 'POST')).toBe(true));
  expect(server.calls.find(call => call.method === 'POST')?.body).toMatchObject({
    parentId: 2,
    kind: 'LINE',
    code: 'L3',
    name: { zh: '三系列', en: 'Line 3' },
    attributes: {},
  });
});

test('a viewer may look and not change', async () => {
  serve();
  renderPage(<AssetsPage />, { at: '/assets?asset=3&tag=9', roles: ['VIEWER'] });
  expect(await screen.findByText(/ENGINEER/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '修改' })).toBeNull();
  expect(screen.queryByRole('button', { name: '在此新增' })).toBeNull();
});

test('templates list the tags they make', async () => {
  serve();
  renderPage(<AssetsPage />, { at: '/assets' });
  fireEvent.click(await screen.findByRole('button', { name: '模板' }));
  expect(await screen.findByRole('heading', { name: '电解槽' })).toBeTruthy();
  expect(screen.getByText('potVoltage')).toBeTruthy();
});

test('compression is tried on the last week before it is switched on', async () => {
  const server = serve({
    'POST /api/history/compression': { points: 604_800, passed: 90_000, kept: 48_384, maxError: 0.4 },
    'PUT /api/tags/9': tag,
  });
  renderPage(<AssetsPage />, { at: '/assets?asset=3&tag=9' });
  await screen.findByText('还没有值');
  fireEvent.click(screen.getAllByRole('button', { name: '修改' }).at(-1)!);
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).queryByLabelText('旋转门偏差')).toBeNull();
  fireEvent.click(within(dialog).getByRole('switch', { name: '压缩' }));
  fireEvent.change(await within(dialog).findByLabelText('旋转门偏差'), { target: { value: '0.02' } });
  fireEvent.click(within(dialog).getByRole('button', { name: '用最近一周试算' }));
  expect(await within(dialog).findByText(/604 800 个点中的 8(\.0)? %.*最大误差 0\.4/)).toBeTruthy();
  const rule = { exceptionDeviation: 0, doorDeviation: 0.02, longestSeconds: 600 };
  expect(server.to('/api/history/compression')[0]?.body).toEqual({ tag: 9, ...rule });
  fireEvent.click(within(dialog).getByRole('button', { name: /保\s?存/ }));
  await waitFor(() => expect(server.calls.some(call => call.method === 'PUT')).toBe(true));
  expect(server.calls.find(call => call.method === 'PUT')?.body).toMatchObject({ compression: rule });
});

describe('the age of a value', () => {
  let lines: ReturnType<typeof fakeEventSource>;
  beforeEach(() => {
    lines = fakeEventSource();
    vi.useFakeTimers({ shouldAdvanceTime: true });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    setServerTime(new Date().toISOString());
  });
  const cells = () => screen.getByText('槽电压').closest('tr')?.textContent;

  test('goes on by the clock of the server when a tag falls silent, until it is called stale', async () => {
    serve({
      'GET /api/tags': { items: [{ ...tag, expectedPeriodSeconds: 10, staleAfterSeconds: 50 }], total: 1 },
    });
    // The reader's clock is an hour ahead of the server's.
    const server = Date.now() - 3_600_000;
    setServerTime(new Date(server).toISOString());
    renderPage(<AssetsPage />, { at: '/assets?asset=3' });
    await screen.findByText('槽电压');
    act(() => {
      lines.last().open();
      lines.last().send('values', [[9, server - 2_000, 4.02, 0]]);
    });
    act(() => void vi.advanceTimersByTime(1_000));
    expect(cells()).toMatch(/4\.02.*[234]\.\d s/);
    expect(cells()).not.toContain('陈旧');
    act(() => void vi.advanceTimersByTime(60_000));
    expect(cells()).toMatch(/陈旧 6\d s/);
  });
});

test('an engineer makes a template and changes its tags', async () => {
  const server = serve({ 'POST /api/templates': {}, 'PUT /api/templates/pot': {} });
  renderPage(<AssetsPage />, { at: '/assets' });
  fireEvent.click(await screen.findByRole('button', { name: '模板' }));
  fireEvent.click(await screen.findByRole('button', { name: '新增模板' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('代码'), { target: { value: 'pump' } });
  fireEvent.change(within(dialog).getByLabelText('中文'), { target: { value: '泵' } });
  fireEvent.change(within(dialog).getByLabelText('英文'), { target: { value: 'Pump' } });
  fireEvent.click(within(dialog).getByRole('button', { name: /保\s?存/ }));
  await waitFor(() =>
    expect(server.calls.find(call => call.method === 'POST')?.body).toEqual({
      code: 'pump',
      name: { zh: '泵', en: 'Pump' },
      tags: [],
    }),
  );
  fireEvent.click(await screen.findByText('potVoltage'));
  fireEvent.click(screen.getByRole('button', { name: '删除标签' }));
  await waitFor(() =>
    expect(server.to('/api/templates/pot')[0]?.body).toMatchObject({ code: 'pot', tags: [] }),
  );
});

test('a viewer cannot change templates', async () => {
  serve();
  renderPage(<AssetsPage />, { at: '/assets', roles: ['VIEWER'] });
  fireEvent.click(await screen.findByRole('button', { name: '模板' }));
  expect(await screen.findByText('potVoltage')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '新增模板' })).toBeNull();
  expect(screen.queryByRole('button', { name: '删除模板' })).toBeNull();
});
