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

const server = () =>
  fakeServer({
    'GET /api/advice': { items: [advice], total: 1 },
    'GET /api/advice/5': advice,
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
