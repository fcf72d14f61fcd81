import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '@/testing/render';
import { fakeServer } from '@/testing/server';
import AdvicePage from './advice-page';

const advice = {
  id: 5,
  assetId: 7,
  kind: 'ALF3_DOSE',
  title: { zh: 'AlF₃ 剂量', en: 'AlF₃ dose' },
  from: 60,
  to: 76,
  unit: 'kg/d',
  reason: { zh: '槽温高于目标 6 °C', en: 'bath 6 °C above target' },
  expected: {
    quantity: { zh: '槽温', en: 'Bath temperature' },
    change: -0.5,
    low: -1.2,
    high: 0.2,
    unit: '°C',
    horizonHours: 48,
  },
  guards: [{ name: { zh: '槽温新鲜', en: 'fresh' }, passed: true, detail: '3 h ≤ 36 h' }],
  wouldChange: { zh: '化验过剩 > 11 %', en: 'excess > 11 %' },
  priority: 2,
  risk: 'low',
  state: 'PROPOSED',
  createdAt: '2026-11-20T06:00:00Z',
  expiresAt: '2099-11-20T14:00:00Z',
  inputs: [
    {
      label: { zh: '槽温', en: 'T' },
      tagId: 3,
      value: 962,
      unit: '°C',
      at: '2026-11-20T03:00:00Z',
      quality: 0,
    },
  ],
  virtual: true,
};

const evaluated = {
  ...advice,
  state: 'EVALUATED',
  replayed: true,
  decidedAt: '2026-11-20T08:00:00Z',
  decidedBy: 'virtual crew · 虚拟班组',
  decisionReason: 'seen in the dose · 由实际剂量得知',
  outcome: {
    from: '2026-11-20T08:00:00Z',
    to: '2026-11-22T20:00:00Z',
    before: 962,
    after: 958.6,
    settingAfter: 75,
    peers: 21,
    peersChange: -0.8,
    effect: -2.6,
    low: -4.9,
    high: -0.3,
    unit: '°C',
    inExpectedBand: false,
    verdict: 'HELPED',
    reason: { zh: '差 -2.6 °C：与预期同向', en: 'effect -2.6 °C, the way expected' },
  },
};

const score = {
  kind: 'ALF3_DOSE',
  quantity: { zh: '槽温', en: 'Bath temperature' },
  unit: '°C',
  evaluated: 9,
  helped: 3,
  unclear: 4,
  opposite: 1,
  notCarriedOut: 1,
  notMeasurable: 0,
  effects: 8,
  meanExpected: -2.4,
  meanEffect: -1.7,
  low: -2.9,
  high: -0.5,
  replayed: 9,
  virtual: true,
};

const server = (one: object = advice) =>
  fakeServer({
    'GET /api/advice': { items: [one], total: 1 },
    'GET /api/advice/5': one,
    'GET /api/advice/scores': [score],
    'GET /api/assets': [
      { id: 7, kind: 'EQUIPMENT', code: '2007', name: { zh: '2007 号槽', en: 'Pot 2007' }, attributes: {} },
    ],
    'POST /api/advice/5/accept': {},
    'POST /api/advice/5/reject': {},
  });

test('opens an advice with its inputs and guard rails, and accepts it by key', async () => {
  const at = server();
  renderPage(<AdvicePage />, { at: '/advice', roles: ['OPERATOR'] });
  fireEvent.click(await screen.findByText('2007 号槽'));
  expect(await screen.findByText('3 h ≤ 36 h')).toBeTruthy();
  fireEvent.keyDown(document.body, { key: 'a' });
  await waitFor(() => expect(at.to('/api/advice/5/accept')).toHaveLength(1));
});

test('asks for a reason before rejecting', async () => {
  const at = server();
  renderPage(<AdvicePage />, { at: '/advice?id=5', roles: ['OPERATOR'] });
  fireEvent.click(await screen.findByRole('button', { name: /^驳回/ }));
  fireEvent.click(await screen.findByText('再观察一班'));
  const buttons = await screen.findAllByRole('button', { name: /驳\s*回/ });
  fireEvent.click(buttons.at(-1) as HTMLElement);
  await waitFor(() => expect(at.to('/api/advice/5/reject')[0]?.body).toEqual({ reason: '再观察一班' }));
});

test('sets what was measured beside what was expected, with the verdict and the score of all', async () => {
  server(evaluated);
  renderPage(<AdvicePage />, { at: '/advice?state=EVALUATED&id=5' });
  const result = await screen.findByRole('table', { name: '结果' });
  expect(result.textContent).toMatch(/预期−0\.50 \(−1\.2…\+0\.20\)°C/);
  expect(result.textContent).toMatch(/实测效果−2\.6 \(−4\.9…−0\.30\)°C 区间外/);
  expect(result.textContent).toMatch(/前后962 → 958\.6 °C21 台同类−0\.80 °C执行后设定75 kg\/d/);
  expect(screen.getByText('差 −2.6 °C：与预期同向')).toBeTruthy();
  expect(screen.getByText(/已采纳 · 11-20 \d\d:\d\d · 虚拟班组。 说明：由实际剂量得知/)).toBeTruthy();
  expect(await screen.findByText(/已评价 9 条/)).toBeTruthy();
  expect(screen.getByText(/有效 3 · 无法区分 4 · 相反 1/)).toBeTruthy();
});

test('what waits is listed whatever its time; what is decided in the chosen time, page by page', async () => {
  const at = fakeServer({ 'GET /api/advice': { items: [advice], total: 450 }, 'GET /api/assets': [] });
  const range = 'from=2026-11-19T00:00:00Z&to=2026-11-21T00:00:00Z';
  renderPage(<AdvicePage />, { at: `/advice?${range}` });
  fireEvent.click(await screen.findByRole('button', { name: '下一页' }));
  await waitFor(() => expect(at.to('/api/advice').at(-1)?.query.get('page')).toBe('1'));
  expect(at.to('/api/advice').at(-1)?.query.get('from')).toBeNull();
  fireEvent.click(screen.getByText('已采纳'));
  await waitFor(() => expect(at.to('/api/advice').at(-1)?.query.get('state')).toBe('ACCEPTED'));
  const asked = at.to('/api/advice').at(-1)?.query;
  expect([asked?.get('page'), asked?.get('from')]).toEqual(['0', '2026-11-19T00:00:00.000Z']);
});
