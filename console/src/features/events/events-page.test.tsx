import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '@/testing/render';
import { fakeServer } from '@/testing/server';
import EventsPage from './events-page';

test('lists what happened with its duration and opens its attributes', async () => {
  const at = fakeServer({
    'GET /api/events': {
      items: [
        {
          id: 3,
          assetId: 7,
          type: 'TAP',
          start: '2026-11-20T06:00:00Z',
          end: '2026-11-20T06:12:00Z',
          attributes: { weight_kg: '3790' },
          title: { zh: '出铝 3790 kg', en: 'Tap 3790 kg' },
        },
      ],
      total: 1,
    },
    'GET /api/event-types': [{ code: 'TAP', zh: '出铝', en: 'Tap' }],
    'GET /api/tags': { items: [], total: 0 },
    'GET /api/assets': [
      { id: 7, kind: 'EQUIPMENT', code: '2007', name: { zh: '2007 号槽', en: 'Pot 2007' }, attributes: {} },
    ],
  });
  renderPage(<EventsPage />, { at: '/events?asset=7' });
  fireEvent.click(await screen.findByText(/^出铝 3790 kg · 重量/));
  expect(await screen.findByText('3 790 kg')).toBeTruthy();
  expect(at.to('/api/events')[0]?.query.get('assetId')).toBe('7');
});
