import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Abnormal, Advice, Overview, Role } from '@/shared/api/contract';
import { savedFiles } from '@/testing/files';
import { renderPage } from '@/testing/render';
import { fakeServer, Refused } from '@/testing/server';
import OverviewPage from './overview-page';

const text = (zh: string) => ({ zh, en: zh });

const advice = (id: number, title: string, perDay: number): Advice => ({
  id,
  assetId: 100 + id,
  kind: 'ALF3_DOSE',
  title: text(title),
  from: 38,
  to: 50,
  unit: 'kg/d',
  reason: text(''),
  expected: {
    quantity: text('槽温'),
    change: -4.6,
    low: -6.9,
    high: -2.2,
    unit: '°C',
    horizonHours: 48,
  },
  money: { perDay, plusMinus: 190, currency: 'CNY' },
  guards: [],
  wouldChange: text(''),
  priority: 2,
  risk: 'low',
  state: 'PROPOSED',
  createdAt: '2026-11-20T06:00:00Z',
  expiresAt: '2026-11-20T07:00:00Z',
  inputs: [],
  virtual: true,
});

const abnormal = (assetId: number, since: string, adviceCount: number): Abnormal => ({
  priority: 1,
  assetId,
  path: { zh: `云岭 / 二系列 / ${assetId}#`, en: `Yunling / Potline 2 / ${assetId}#` },
  what: text('槽温高'),
  why: text('氟化铝欠量'),
  value: 961.2,
  unit: '°C',
  low: 945,
  high: 957,
  since,
  adviceCount,
  alarmIds: [1],
});

const OVERVIEW: Overview = {
  sentence: text('2 台槽异常'),
  figures: [
    { code: 'pots', label: text('异常槽'), value: 2, unit: '', note: text('共 300 台'), link: '/potline' },
  ],
  abnormal: [abnormal(2017, '2026-11-20T05:00:00Z', 2), abnormal(2044, '2026-11-18T05:00:00Z', 0)],
  abnormalCount: 2,
  heard: true,
  advice: [advice(1, '2017# 剂量', 610), advice(2, '2044# 电压', 540)],
  sites: [
    {
      assetId: 3,
      name: text('云岭铝业'),
      figures: { volts: 3.948, current: 500.3 },
      alarms: { p1: 1, p2: 0, p3: 4 },
      newestAgeSeconds: 0.8,
      goodShare: 0.994,
      mode: 'ADVISE',
      spark: [1, 2, 3],
    },
  ],
};

const serve = (overview: unknown = OVERVIEW, decided: Advice[] = []) =>
  fakeServer({
    'GET /api/overview': overview,
    'GET /api/assets': [],
    'GET /api/advice': ({ query }: { query: URLSearchParams }) => ({
      items: decided.filter(one => one.state === query.get('state')),
      total: 0,
    }),
    'POST /api/advice/1/accept': {},
    'POST /api/advice/2/accept': {},
    'POST /api/advice/1/reject': {},
  });
const open = async (...roles: Role[]) => {
  renderPage(<OverviewPage />, { at: '/overview', roles: roles.length ? roles : ['OPERATOR'] });
  await screen.findByText('2 台槽异常');
};
const press = (key: string) => fireEvent.keyDown(document.body, { key });

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});
afterEach(() => vi.unstubAllGlobals());

describe('the overview', () => {
  it('says what is abnormal with cause, value and where to act', async () => {
    serve();
    await open();
    const table = screen.getByRole('table', { name: '当前异常' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first?.textContent).toMatch(/2017#.*槽温高.*氟化铝欠量.*961\.2/);
    expect(within(first!).getByRole('link', { name: '2 条建议' }).getAttribute('href')).toBe(
      '/advice?asset=2017',
    );
    expect(within(second!).getByRole('link', { name: '看报警' }).getAttribute('href')).toBe(
      '/alarms?asset=2044',
    );
  });

  it('orders by how long it lasts when asked', async () => {
    serve();
    await open();
    fireEvent.click(screen.getByRole('button', { name: '时长' }));
    const [, first] = within(screen.getByRole('table', { name: '当前异常' })).getAllByRole('row');
    expect(first?.textContent).toContain('2044#');
  });

  it('sums the money of the advice', async () => {
    serve();
    await open();
    expect(screen.getByText('2 条 · 合计 ¥ 1 150/日')).toBeTruthy();
  });

  it('accepts the chosen advice by J and A', async () => {
    const server = serve();
    await open();
    press('j');
    press('a');
    await waitFor(() => expect(server.to('/api/advice/2/accept')).toHaveLength(1));
  });

  it('rejects with a reason by R', async () => {
    const server = serve();
    await open();
    press('r');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByText('先观察一班'));
    fireEvent.click(within(dialog).getByRole('button', { name: /驳\s?回/ }));
    await waitFor(() => expect(server.to('/api/advice/1/reject')[0]?.body).toEqual({ reason: '先观察一班' }));
  });

  it('offers no decision to a viewer', async () => {
    const server = serve();
    await open('VIEWER');
    expect(screen.queryByRole('button', { name: /采纳/ })).toBeNull();
    press('a');
    expect(server.calls.filter(call => call.method === 'POST')).toEqual([]);
  });

  it('lists what was decided, why, and what was measured', async () => {
    const decided: Advice = {
      ...advice(3, 'AlF₃ 剂量', 0),
      state: 'EVALUATED',
      decidedAt: '2026-11-18T06:00:00Z',
      decidedBy: 'zhang',
      decisionReason: '槽温偏高',
      outcome: {
        from: '2026-11-18T06:00:00Z',
        to: '2026-11-20T18:00:00Z',
        peers: 12,
        effect: -3.6,
        unit: '°C',
        inExpectedBand: true,
        verdict: 'HELPED',
        reason: text('与预期同向'),
      },
    };
    serve(OVERVIEW, [decided]);
    await open();
    const table = await screen.findByRole('table', { name: '最近的决定' });
    expect(await within(table).findByText('已采纳 · zhang · 槽温偏高')).toBeTruthy();
    const [, row] = within(table).getAllByRole('row');
    expect(row?.textContent).toMatch(/AlF₃ 剂量已采纳 · zhang · 槽温偏高−3\.6°C 区间内11-18/);
  });

  it('exports what it shows: value, range and since of what is abnormal, alarms of the sites', async () => {
    const files = savedFiles();
    serve();
    await open();
    const csv = screen
      .getAllByRole<HTMLButtonElement>('button', { name: 'CSV' })
      .filter(button => !button.disabled);
    const saved: string[] = [];
    for (const button of csv) {
      fireEvent.click(button);
      await waitFor(async () => expect(saved).not.toContain(await files.last()));
      saved.push(await files.last());
    }
    const abnormalFile = saved.find(file => file.includes('现象与原因')) ?? '';
    expect(abnormalFile).toContain('对象,现象与原因,当前值,相对正常范围,持续\r\n');
    expect(abnormalFile).toContain(',961.2,945–957 °C,2026-11-20T05:00:00Z\r\n');
    expect(saved.find(file => file.includes('系列电流'))).toMatch(/报警.*\r\n.*P1 1 · P2 0 · P3 4/);
  });

  it('says that nothing is wrong instead of showing an empty table', async () => {
    serve({ ...OVERVIEW, abnormal: [], abnormalCount: 0, advice: [], sites: [] });
    await open();
    for (const words of ['没有异常', '没有待处理的建议', '还没有厂区', '还没有决定过的建议']) {
      expect(await screen.findByText(words)).toBeTruthy();
    }
  });

  it('does not call a plant normal that it does not hear', async () => {
    serve({ ...OVERVIEW, abnormal: [], abnormalCount: 0, heard: false });
    await open();
    expect(await screen.findByText('没有实时数据')).toBeTruthy();
    expect(screen.queryByText('没有异常')).toBeNull();
  });

  it('says what failed when the server cannot answer', async () => {
    serve(new Refused(503, '历史库没有应答'));
    renderPage(<OverviewPage />, { at: '/overview' });
    expect(await screen.findByText('历史库没有应答')).toBeTruthy();
  });
});
