import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes, useLocation } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Role } from '@/shared/api/contract';
import { renderPage } from '@/testing/render';
import { fakeServer, Refused } from '@/testing/server';
import PotPage from './pot-page';
import PotlinePage from './potline-page';

vi.mock('@/shared/chart/chart', () => ({
  Chart: ({ label }: { label: string }) => <div role="img" aria-label={label} />,
}));

class FakeSource extends EventTarget {
  static open: FakeSource[] = [];
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(readonly url: string) {
    super();
    FakeSource.open.push(this);
  }
  close() {
    FakeSource.open = FakeSource.open.filter(one => one !== this);
  }
  send(name: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
}

beforeEach(() => {
  FakeSource.open = [];
  vi.stubGlobal('EventSource', FakeSource);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(900);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(300);
});
afterEach(() => vi.unstubAllGlobals());

const cell = (assetId: number, more = {}) => ({
  assetId,
  number: 1900 + assetId,
  state: 'RUNNING',
  temperature: 952,
  temperatureTarget: 951,
  volts: 3.94,
  noise: 12,
  stale: false,
  todayWork: [],
  ...more,
});

const map = {
  line: { assetId: 4, code: 'L2', name: { zh: '二系列', en: 'Line 2' } },
  figures: [
    {
      code: 'current',
      label: { zh: '系列电流', en: 'I' },
      value: 500.3,
      unit: 'kA',
      note: { zh: '', en: '' },
    },
  ],
  sentence: { zh: '1 台槽异常', en: '1 pot abnormal' },
  rows: [
    {
      hall: 'A',
      label: 'A 厂房',
      pots: [cell(101), cell(102, { priority: 1, adviceId: 5, temperature: 963 })],
    },
    {
      hall: 'B',
      label: 'B 厂房',
      pots: [cell(103, { todayWork: ['TAP'] }), cell(104, { state: 'STOPPED' })],
    },
  ],
  counts: {},
};

const advice = (id: number, assetId: number) => ({
  id,
  assetId,
  kind: 'ALF3_DOSE',
  title: { zh: 'AlF₃ 剂量', en: 'AlF₃ dose' },
  from: 38,
  to: 50,
  unit: 'kg/d',
  reason: { zh: '槽温高 6 °C', en: '6 °C hot' },
  expected: {
    quantity: 'bathTemperature',
    change: -4.6,
    low: -6.9,
    high: -2.2,
    unit: '°C',
    horizonHours: 48,
  },
  guards: [],
  wouldChange: { zh: '', en: '' },
  priority: id === 5 ? 1 : 2,
  risk: 'low',
  state: 'PROPOSED',
  createdAt: '2026-11-20T06:00:00Z',
  expiresAt: '2099-11-20T14:00:00Z',
  inputs: [],
  virtual: true,
});

const pot = (assetId: number) => ({
  assetId,
  number: 1900 + assetId,
  ageDays: 1286,
  mode: 'ADVISE',
  state: [
    {
      quantity: 'bathTemperature',
      label: { zh: '槽温', en: 'Bath temp.' },
      value: 961.2,
      unit: '°C',
      ageSeconds: 23_040,
      quality: 0,
      low: 945,
      high: 957,
    },
  ],
  tags: { bathTemperature: 7 },
  advice: assetId === 102 ? [advice(5, 102)] : [],
  events: [],
  alarms: [],
  explanation: [{ label: { zh: '氟化铝欠量', en: 'AlF₃ short' }, contribution: 3.8, unit: '°C' }],
  results: [
    {
      adviceId: 3,
      date: '2026-11-02',
      advice: { zh: 'AlF₃ 剂量 38 → 46 kg/d', en: 'AlF₃ dose 38 → 46 kg/d' },
      expected: -3.1,
      measured: -0.2,
      unit: '°C',
      inside: false,
      replayed: true,
      virtual: true,
      outcome: {
        from: '2026-11-02T00:00:00Z',
        to: '2026-11-04T12:00:00Z',
        peers: 12,
        effect: -0.2,
        low: -1.4,
        high: 1,
        unit: '°C',
        inExpectedBand: false,
        verdict: 'UNCLEAR',
        reason: { zh: '差 −0.2 °C：与偶然波动无法区分', en: 'effect −0.2 °C, not to be told from chance' },
      },
    },
  ],
});

const model = {
  id: 1,
  code: 'bath-temperature',
  name: { zh: '槽温', en: 'T' },
  assetId: 4,
  target: { label: '槽温', unit: '°C' },
  horizonSeconds: 86_400,
  virtual: true,
  champion: 12,
  status: 'ok',
};

const assets = [
  { id: 4, kind: 'LINE', code: 'L2', name: { zh: '二系列', en: 'Line 2' }, attributes: {} },
  ...[101, 102, 103, 104].map(id => ({
    id,
    parentId: 4,
    kind: 'EQUIPMENT',
    code: String(1900 + id),
    name: { zh: `${1900 + id} 号槽`, en: `Pot ${1900 + id}` },
    attributes: {},
  })),
];

const server = (more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/potline/lines': [{ assetId: 4, code: 'L2', name: { zh: '二系列', en: 'Line 2' }, pots: 4 }],
    'GET /api/potline/lines/4/map': map,
    ...Object.fromEntries([101, 102, 103, 104].map(id => [`GET /api/potline/pots/${id}`, pot(id)])),
    'GET /api/advice': { items: [advice(6, 101), advice(5, 102)], total: 2 },
    'GET /api/assets': assets,
    'GET /api/models': [],
    'GET /api/tags/7': {
      id: 7,
      name: 'T',
      assetId: 102,
      quantity: 'bathTemperature',
      label: { zh: '槽温', en: 'T' },
      unit: '°C',
    },
    'POST /api/history/plot': {
      series: [{ tag: 7, t: [Date.now() - 3_600_000], v: [961.2] }],
      scanned: 1,
      returned: 1,
      millis: 1,
    },
    'GET /api/events': { items: [], total: 0 },
    'POST /api/advice/5/accept': {},
    'POST /api/advice/5/reject': {},
    'POST /api/advice/6/accept': {},
    ...more,
  });

function Where() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

const show = (at = '/potline?asset=4', roles: Role[] = ['OPERATOR']) =>
  renderPage(
    <>
      <Routes>
        <Route path="/potline" element={<PotlinePage />} />
        <Route path="/potline/pots/:assetId" element={<PotPage />} />
        <Route path="*" element={null} />
      </Routes>
      <Where />
    </>,
    { at, roles },
  );

const press = (key: string) => fireEvent.keyDown(document.body, { key });
const potOnMap = (number: number) => screen.getByRole('gridcell', { name: new RegExp(`^${number} 号槽`) });
const isSelected = (number: number) => potOnMap(number).getAttribute('aria-selected') === 'true';

test('draws every pot, says the state, and opens the one that needs a look most', async () => {
  server();
  show();
  expect(await screen.findAllByRole('gridcell')).toHaveLength(4);
  expect(screen.getByText('1 台槽异常')).toBeTruthy();
  expect(isSelected(2002)).toBe(true);
  expect(await screen.findByText(/槽龄 1.286 d/)).toBeTruthy();
  expect(screen.getByText('运行 3 · 启动 0 · 停槽 1')).toBeTruthy();
});

test('arrow keys walk over the map, Enter opens the pot', async () => {
  server();
  show();
  await screen.findAllByRole('gridcell');
  press('ArrowLeft');
  await waitFor(() => expect(isSelected(2001)).toBe(true));
  press('ArrowDown');
  await waitFor(() => expect(isSelected(2003)).toBe(true));
  press('Enter');
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^\/potline\/pots\/103/));
});

test('the stream changes one pot and leaves the others as they are', async () => {
  server();
  show();
  await screen.findAllByRole('gridcell');
  const other = potOnMap(2001);
  const source = FakeSource.open.find(one => one.url.endsWith('/lines/4/stream'));
  act(() => source?.send('map', [cell(103, { priority: 2, temperature: 970 })]));
  await waitFor(() => expect(potOnMap(2003).getAttribute('aria-label')).toContain('高'));
  expect(potOnMap(2001)).toBe(other);
});

test('a row of the queue is the same selection as its pot; A accepts it', async () => {
  const at = server();
  show();
  await screen.findAllByRole('gridcell');
  await screen.findByRole('table', { name: '建议队列' });
  press('J');
  await waitFor(() => expect(isSelected(2001)).toBe(true));
  press('a');
  await waitFor(() => expect(at.to('/api/advice/6/accept')).toHaveLength(1));
  expect(at.to('/api/advice/5/accept')).toHaveLength(0);
});

test('rejecting asks for a reason first', async () => {
  const at = server();
  show();
  await screen.findAllByRole('gridcell');
  await screen.findByRole('button', { name: /^驳回/ });
  press('r');
  fireEvent.click(await screen.findByText('再观察一班'));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: /驳\s*回/ }));
  await waitFor(() => expect(at.to('/api/advice/5/reject')[0]?.body).toEqual({ reason: '再观察一班' }));
});

test('a refused decision is said where it was made', async () => {
  server({ 'POST /api/advice/5/accept': new Refused(409, '已过期', '建议在 14:00 过期') });
  show();
  fireEvent.click(await screen.findByRole('button', { name: /^采纳/ }));
  expect(await screen.findByText(/建议在 14:00 过期/)).toBeTruthy();
});

test('a viewer sees the advice but cannot decide', async () => {
  const at = server();
  show('/potline?asset=4', ['VIEWER']);
  expect(await screen.findByText('采纳和驳回需要操作员或工程师权限。')).toBeTruthy();
  press('a');
  expect(at.to('/api/advice/5/accept')).toHaveLength(0);
  expect(screen.queryByRole('button', { name: /^采纳/ })).toBeNull();
});

test('without a model the chart says so; nothing is predicted', async () => {
  server();
  show();
  expect(await screen.findByText('还没有槽温的在用模型，没有预测')).toBeTruthy();
});

test('a model that has not spoken about the pot is said in words', async () => {
  server({
    'GET /api/models': [model],
    'GET /api/models/1/live': {
      t: [],
      predicted: [],
      low: [],
      high: [],
      actual: [],
      explanation: [],
      envelope: { inside: false, distance: 4, limit: 3 },
    },
  });
  show();
  expect(await screen.findByText('模型还没有算过这台槽')).toBeTruthy();
  expect(await screen.findByText(/输入超出训练范围/)).toBeTruthy();
});

test('a result outside its interval is shown too', async () => {
  server();
  show();
  expect(await screen.findByText('区间外')).toBeTruthy();
  expect(screen.getByText('实测 1 次，0 次在区间内')).toBeTruthy();
  expect(screen.getByRole('table', { name: '结果' }).textContent).toMatch(
    /11-02.*−3\.1°C.*−0\.20°C 区间外虚拟班组 · 无法与偶然区分 差 −0\.2 °C：与偶然波动无法区分/,
  );
});

test('closing the panel keeps it closed; the quantity of the map is in the address', async () => {
  server();
  show();
  await screen.findAllByRole('gridcell');
  press('Escape');
  await waitFor(() => expect(screen.queryByText('区间外')).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: '噪声' }));
  expect(screen.getByRole('status').textContent).toContain('view=noise');
  expect(screen.getByText(/45 mV/)).toBeTruthy();
});

test('no potline, several potlines, a map that failed', async () => {
  server({ 'GET /api/potline/lines': [] });
  const { unmount } = show('/potline');
  expect(await screen.findByText('没有电解系列')).toBeTruthy();
  unmount();
  const two = [4, 5].map(id => ({
    assetId: id,
    code: `L${id}`,
    name: { zh: `系列 ${id}`, en: '' },
    pots: 4,
  }));
  server({ 'GET /api/potline/lines': two });
  const second = show('/potline');
  fireEvent.doubleClick(await screen.findByText('系列 4'));
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('asset=4'));
  second.unmount();
  server({ 'GET /api/potline/lines/4/map': new Refused(503, '历史库没有应答') });
  show();
  expect(await screen.findByText('历史库没有应答')).toBeTruthy();
  expect(screen.getByRole('button', { name: '再试' })).toBeTruthy();
});

test('the page of a pot: neighbours, trends with its tags, records', async () => {
  server();
  show('/potline/pots/102?asset=102', ['OPERATOR']);
  expect(await screen.findByRole('heading', { name: '2002#' })).toBeTruthy();
  expect(await screen.findByText('所选时段没有事件')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '建议记录' }));
  expect(await screen.findAllByText('待处理')).not.toHaveLength(0);
  fireEvent.click(await screen.findByRole('button', { name: '下一台' }));
  expect(await screen.findByRole('heading', { name: '2003#' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '在趋势中打开' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^\/trends\?tags=7&asset=103/));
});

test('a figure taken by hand is as old as its sample, though the plant sends it every second', async () => {
  const sampled = pot(102);
  server({
    'GET /api/potline/pots/102': {
      ...sampled,
      state: [{ ...sampled.state[0], heldSince: Date.now() - 6 * 3_600_000 }],
    },
  });
  show('/potline/pots/102?asset=102', ['OPERATOR']);
  expect(await screen.findByText('6.0 h')).toBeTruthy();
  const values = FakeSource.open.find(one => one.url.startsWith('/api/live/stream'));
  act(() => values?.send('values', [[7, Date.now(), 961.2, 0]]));
  expect(screen.getByText('6.0 h')).toBeTruthy();
  act(() => values?.send('values', [[7, Date.now(), 958, 0]]));
  expect(screen.queryByText('6.0 h')).toBeNull();
});
