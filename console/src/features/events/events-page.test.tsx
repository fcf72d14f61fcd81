import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderPage } from '@/testing/render';
import { fakeServer, Refused } from '@/testing/server';
import { underParents } from './event-tree';
import EventsPage from './events-page';

const event = (id: number, more: Record<string, unknown> = {}) => ({
  id,
  assetId: 7,
  type: 'TAP',
  start: '2026-11-20T06:00:00Z',
  end: '2026-11-20T06:12:00Z',
  attributes: {},
  title: { zh: `出铝 ${id}`, en: `Tap ${id}` },
  ...more,
});

const server = (items: unknown[], more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/events': { items, total: items.length },
    'GET /api/event-types': [
      { code: 'TAP', zh: '出铝', en: 'Tap' },
      { code: 'STOP', zh: '停机', en: 'Stop' },
    ],
    'GET /api/tags': { items: [], total: 0 },
    'GET /api/assets': [
      { id: 7, kind: 'EQUIPMENT', code: '2007', name: { zh: '2007 号槽', en: 'Pot 2007' }, attributes: {} },
    ],
    ...more,
  });

test('lists what happened with its duration and opens its attributes', async () => {
  const tap = event(3, { title: { zh: '出铝 3790 kg' }, attributes: { weight_kg: '3790', note: '结壳' } });
  const at = server([tap], { 'GET /api/events/3/parts': [] });
  renderPage(<EventsPage />, { at: '/events?asset=7' });
  fireEvent.click(await screen.findByText(/^出铝 3790 kg · 重量/));
  expect(await screen.findByText('3 790 kg')).toBeTruthy();
  expect(screen.getByText('结壳')).toBeTruthy();
  expect(at.to('/api/events')[0]?.query.get('assetId')).toBe('7');
});

test('parts stand under their whole, and each leads to the other', async () => {
  const whole = event(1, { type: 'STOP', title: { zh: '停机' } });
  const part = event(2, { parentId: 1, start: '2026-11-20T06:05:00Z' });
  server([part, event(4), whole], {
    'GET /api/events/1/parts': [part],
    'GET /api/events/2/parts': [],
    'GET /api/events/1': whole,
  });
  renderPage(<EventsPage />, { at: '/events?event=2' });
  fireEvent.click(await screen.findByRole('link', { name: /^停机 · 2007 号槽/ }));
  expect(await screen.findByText('包含 1 件')).toBeTruthy();
  const rows = within(screen.getByRole('table', { name: '事件列表' })).getAllByRole('row');
  expect(rows.map(row => row.textContent?.match(/└|停机|出铝 \d/g)?.join(' '))).toEqual([
    undefined,
    '出铝 4',
    '停机',
    '└ 出铝 2',
  ]);
  fireEvent.click(screen.getByRole('link', { name: /^出铝 2 · 2007 号槽/ }));
  expect(await screen.findByText(/^属于/)).toBeTruthy();
});

test('a page whose wholes are elsewhere still shows every event once', () => {
  const rows = [event(1, { parentId: 9 }), event(2, { parentId: 3 }), event(3)];
  expect(underParents(rows as never).rows.map(one => one.id)).toEqual([1, 3, 2]);
});

test('an operator records an event with its type, note and whole', async () => {
  const stop = event(1, { type: 'STOP', title: { zh: '停机' }, end: undefined });
  const at = server([stop], {
    'POST /api/events': event(5),
    'GET /api/events/5': event(5),
    'GET /api/events/5/parts': [],
  });
  renderPage(<EventsPage />, { at: '/events?asset=7', roles: ['OPERATOR'] });
  fireEvent.click(await screen.findByRole('button', { name: '记录事件' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.mouseDown(dialog.getByRole('combobox', { name: '类型' }));
  fireEvent.click(await screen.findByText('停机', { selector: '.ant-select-item-option-content' }));
  fireEvent.change(dialog.getByRole('textbox', { name: '说明' }), { target: { value: ' 更换下料器 ' } });
  fireEvent.mouseDown(dialog.getByRole('combobox', { name: '属于' }));
  fireEvent.click(
    await screen.findByText(/^停机 · 2007 号槽/, { selector: '.ant-select-item-option-content' }),
  );
  fireEvent.click(dialog.getByRole('button', { name: /保\s?存/ }));
  await waitFor(() => expect(at.calls.find(call => call.method === 'POST')?.body).toBeTruthy());
  expect(at.calls.find(call => call.method === 'POST')?.body).toMatchObject({
    assetId: 7,
    type: 'STOP',
    end: null,
    note: '更换下料器',
    parentId: 1,
  });
});

test('an event is ended and corrected, and a refusal is shown', async () => {
  const at = server([event(1, { end: undefined })], {
    'GET /api/events/1/parts': [],
    'POST /api/events/1/end': new Refused(409, 'Conflict', 'The event is over since 06:12'),
    'PUT /api/events/1': event(1),
  });
  renderPage(<EventsPage />, { at: '/events?event=1', roles: ['OPERATOR'] });
  fireEvent.click(await screen.findByRole('button', { name: '现在结束' }));
  expect(await screen.findByText(/The event is over since 06:12/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /更\s?正/ }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByRole('textbox', { name: '说明' }), { target: { value: '时钟错' } });
  fireEvent.click(dialog.getByRole('button', { name: /保\s?存/ }));
  await waitFor(() => expect(at.to('/api/events/1').find(call => call.method === 'PUT')).toBeTruthy());
  expect(at.to('/api/events/1').find(call => call.method === 'PUT')?.body).toEqual({
    assetId: 7,
    type: 'TAP',
    start: '2026-11-20T06:00:00.000Z',
    end: null,
    note: '时钟错',
    parentId: null,
  });
});

test('a viewer reads but neither records nor corrects', async () => {
  server([event(1)], { 'GET /api/events/1/parts': [] });
  renderPage(<EventsPage />, { at: '/events?event=1', roles: ['VIEWER'] });
  expect(await screen.findByText('结束和更正需要操作员权限。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '记录事件' })).toBeNull();
});

test('sorts and exports all events of the filter by the server, not the page in view', async () => {
  const at = fakeServer({
    'GET /api/events': { items: [], total: 731 },
    'GET /api/event-types': [],
    'GET /api/assets': [],
  });
  const gone = vi.spyOn(location, 'assign').mockImplementation(() => undefined);
  renderPage(<EventsPage />, { at: '/events' });
  fireEvent.click(await screen.findByTitle('按历时排序'));
  await waitFor(() => expect(at.to('/api/events').at(-1)?.query.get('sort')).toBe('DURATION'));
  expect(at.to('/api/events').at(-1)?.query.get('down')).toBe('false');
  expect(screen.queryByTitle('按对象排序')).toBeNull();
  expect(gone).not.toHaveBeenCalled();
});
