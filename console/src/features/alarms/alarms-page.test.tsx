import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '@/testing/render';
import { fakeServer, Refused } from '@/testing/server';
import AlarmsPage from './alarms-page';

const alarm = (id: number, state: string, priority = 2) => ({
  id,
  ruleId: 1,
  assetId: 7,
  tagId: 11,
  priority,
  state,
  title: { zh: `槽温高 ${id}`, en: `Bath hot ${id}` },
  detail: { zh: '高于限值', en: 'above limit' },
  kind: 'LIMIT_HIGH',
  value: 981.2,
  limit: 975,
  unit: '°C',
  raisedAt: '2026-11-20T06:00:00Z',
});

const server = (items: unknown[], more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/alarms': { items, total: items.length },
    'GET /api/alarm-rules': [
      {
        id: 1,
        tagId: 11,
        kind: 'LIMIT_HIGH',
        priority: 2,
        limit: 975,
        deadband: 2,
        delaySeconds: 10,
        enabled: true,
        title: { zh: '槽温高', en: 'Bath hot' },
        cause: { zh: '氟化铝欠量', en: 'AlF₃ short' },
        action: '查看氟化铝建议',
      },
    ],
    'GET /api/assets': [
      { id: 7, kind: 'EQUIPMENT', code: '2007', name: { zh: '2007 号槽', en: 'Pot 2007' }, attributes: {} },
    ],
    'POST /api/alarms/acknowledge': {},
    ...more,
  });

test('says what waits, opens an alarm with its cause and acknowledges it', async () => {
  const at = server([alarm(1, 'ACTIVE_UNACKED', 1), alarm(2, 'ACTIVE_ACKED')]);
  renderPage(<AlarmsPage />, { at: '/alarms', roles: ['OPERATOR'] });
  fireEvent.click(await screen.findByText('槽温高 1'));
  expect(await screen.findByText('氟化铝欠量')).toBeTruthy();
  expect(screen.getByText(/2 条有效，其中 1 条未确认/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^确认/ }));
  await waitFor(() => expect(at.to('/api/alarms/acknowledge')[0]?.body).toEqual({ ids: [1] }));
});

test('a viewer reads but cannot acknowledge', async () => {
  server([alarm(1, 'ACTIVE_UNACKED')]);
  renderPage(<AlarmsPage />, { at: '/alarms?alarm=1', roles: ['VIEWER'] });
  expect(await screen.findByText('确认和搁置需要操作员权限。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^确认/ })).toBeNull();
});

test('nothing to do is said in words', async () => {
  server([]);
  renderPage(<AlarmsPage />, { at: '/alarms' });
  expect(await screen.findByText('没有待处理的报警')).toBeTruthy();
});

test('the alarm of a model says what it means and leads to the model', async () => {
  fakeServer({
    'GET /api/alarms': {
      items: [{ ...alarm(3, 'ACTIVE_ACKED'), kind: 'MODEL', value: 2, limit: 1, unit: '' }],
      total: 1,
    },
    'GET /api/alarm-rules': [
      {
        id: 1,
        kind: 'MODEL',
        quantity: 'model bath-temperature DRIFT',
        title: { zh: '模型漂移', en: 'drifts' },
      },
    ],
    'GET /api/assets': [],
    'GET /api/models': [{ id: 9, code: 'bath-temperature', name: { zh: '槽温 24 h', en: 'Bath' } }],
    'GET /api/live/values': [{ tag: 11, value: 961, quality: 0, ageSeconds: 1 }],
  });
  renderPage(<AlarmsPage />, { at: '/alarms?alarm=3' });
  const link = await screen.findByRole('link', { name: '打开模型：槽温 24 h' });
  expect(link.getAttribute('href')).toContain('/models/9?tab=drift');
  expect(screen.getByText('模型')).toBeTruthy();
  expect(screen.getByText('限值 1')).toBeTruthy();
  expect(screen.queryByText('961')).toBeNull();
});

test('an alarm of a retired rule says why it is over and is read by that rule', async () => {
  fakeServer({
    'GET /api/alarms': {
      items: [
        {
          ...alarm(4, 'CLEARED_UNACKED'),
          ruleId: 5,
          clearedAt: '2026-11-20T07:00:00Z',
          endedBy: 'RULE_RETIRED',
        },
      ],
      total: 1,
    },
    'GET /api/alarm-rules': [],
    'GET /api/alarm-rules/5': {
      id: 5,
      kind: 'LIMIT_HIGH',
      title: { zh: '槽温高' },
      cause: { zh: '氟化铝欠量', en: 'AlF₃ short' },
    },
    'GET /api/assets': [],
    'GET /api/live/values': [],
  });
  renderPage(<AlarmsPage />, { at: '/alarms?alarm=4' });
  expect(await screen.findByText('氟化铝欠量')).toBeTruthy();
  expect(screen.getByText('此规则已归档，不再监视。')).toBeTruthy();
  expect(screen.getAllByText('已结束 · 未确认 · 规则已归档')).toHaveLength(2);
  expect(screen.getByText(/结束：规则已归档/)).toBeTruthy();
});

test('says why an acknowledgement was refused, of one and of all', async () => {
  const refused = { 'POST /api/alarms/acknowledge': new Refused(404, 'Not found', 'Alarm 1 does not exist') };
  server([alarm(1, 'ACTIVE_UNACKED')], refused);
  renderPage(<AlarmsPage />, { at: '/alarms?alarm=1', roles: ['OPERATOR'] });
  fireEvent.click(await screen.findByRole('button', { name: '全部确认 (1)' }));
  expect(await screen.findByText(/Alarm 1 does not exist/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^确认/ }));
  await waitFor(() => expect(screen.getAllByText(/Alarm 1 does not exist/)).toHaveLength(2));
});

test('shelving asks for how long and why, its end is shown, and it can be undone', async () => {
  const shelved = {
    ...alarm(2, 'SHELVED'),
    shelvedUntil: '2026-11-20T14:30:00Z',
    shelvedBy: 'wang',
    shelveReason: '正在检修',
  };
  const items: unknown[] = [alarm(1, 'ACTIVE_ACKED'), shelved];
  const at = server(items, {
    'POST /api/alarms/1/shelve': {},
    'POST /api/alarms/2/unshelve': new Refused(404, 'Not found', 'Alarm 2 does not exist'),
  });
  renderPage(<AlarmsPage />, { at: '/alarms?alarm=1', roles: ['OPERATOR'] });
  fireEvent.click(await screen.findByRole('button', { name: '搁置' }));
  fireEvent.click(await screen.findByText('4 h'));
  fireEvent.click(screen.getByText('正在检修'));
  const dialog = within(screen.getByRole('dialog'));
  fireEvent.click(dialog.getByRole('button', { name: /搁\s?置/ }));
  await waitFor(() =>
    expect(at.to('/api/alarms/1/shelve')[0]?.body).toEqual({ minutes: 240, reason: '正在检修' }),
  );
  fireEvent.click(screen.getByText('槽温高 2'));
  expect(await screen.findByText(/由 wang 搁置到 .*：正在检修/)).toBeTruthy();
  expect(screen.getAllByText(/^搁置到 11-20 \d\d:30$/)).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: '取消搁置' }));
  expect(await screen.findByText(/Alarm 2 does not exist/)).toBeTruthy();
});

test('the history is asked for page by page and of the chosen time', async () => {
  const items = [alarm(7, 'CLEARED')];
  const at = fakeServer({
    'GET /api/alarms': { items, total: 450 },
    'GET /api/alarm-rules': [],
    'GET /api/assets': [],
  });
  const range = 'from=2026-11-19T00:00:00Z&to=2026-11-21T00:00:00Z';
  renderPage(<AlarmsPage />, { at: `/alarms?view=all&${range}`, roles: ['VIEWER'] });
  expect(await screen.findByText('所选时间内 450 条')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '下一页' }));
  await waitFor(() => expect(at.to('/api/alarms').at(-1)?.query.get('page')).toBe('1'));
  const asked = at.to('/api/alarms').at(-1)?.query;
  expect(asked?.get('state')).toBe('all');
  expect(asked?.get('size')).toBe('200');
  expect(asked?.get('from')).toBe('2026-11-19T00:00:00.000Z');
  expect(asked?.get('to')).toBe('2026-11-21T00:00:00.000Z');
});

test('of more open alarms than are listed the rest is counted', async () => {
  fakeServer({
    'GET /api/alarms': { items: [alarm(1, 'ACTIVE_UNACKED')], total: 1234 },
    'GET /api/alarm-rules': [],
    'GET /api/assets': [],
  });
  renderPage(<AlarmsPage />, { at: '/alarms' });
  expect(await screen.findByText(/共 1234 条，列出最急的 1 条/)).toBeTruthy();
});
