import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { expect, test } from 'vitest';
import { renderPage } from '@/testing/render';
import { fakeServer, Refused } from '@/testing/server';
import { draftOf, toDefinition } from './convert';
import { emptyDraft } from './definition';
import { Editor } from './editor';
import EditorPage from './editor-page';
import { gather, spread } from './spread';
import StreamsPage from './streams-page';

const state = {
  stand: 'RUNNING',
  lagSeconds: 2,
  pointsIn: 1200,
  pointsOut: 0,
  late: 3,
  firings: 14,
  holding: 1,
  lastFiring: '2026-11-20T06:00:00Z',
  catchingUp: false,
  places: 20,
};

const rule = {
  kind: 'rule',
  assets: ['L2.2001', 'L2.2002'],
  inputs: { v: '{asset}.V', i: 'L2.I' },
  lateness: '2s',
  value: 'v',
  above: 4.2,
  hysteresis: 0.1,
  delay: '5m',
  priority: 2,
  title: { zh: '电压高', en: 'Voltage high' },
};

const job = {
  id: 5,
  assetId: 4,
  kind: 'rule',
  version: 3,
  mode: 'ON',
  name: { zh: '电压高', en: 'Voltage high' },
  definition: rule,
  changedAt: '2026-11-19T06:00:00Z',
  changedBy: 'wang',
  state,
};

const place = { asset: 'L2.2001', assetId: 7, tagIds: [11, 12] };
const period = {
  asset: 'L2.2001',
  assetId: 7,
  tagId: 11,
  start: '2026-11-20T06:00:00Z',
  end: '2026-11-20T06:40:00Z',
  attributes: { peak: 4.31 },
};
const trial = {
  from: '2026-11-13T06:00:00Z',
  to: '2026-11-20T06:00:00Z',
  whole: true,
  points: 604800,
  fired: 14,
  activeSeconds: 11520,
  longestSeconds: 2400,
  periods: [period],
  curves: [],
};

const server = (more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/assets': [
      { id: 4, kind: 'LINE', code: 'L2', name: { zh: '二系列', en: 'Line 2' }, attributes: {} },
    ],
    'GET /api/tags': { items: [], total: 0 },
    'GET /api/streams': [job],
    'GET /api/streams/5': job,
    'POST /api/streams/check': { places: [place] },
    'POST /api/streams/trial': trial,
    'PUT /api/streams/5': job,
    'PUT /api/streams/5/mode': job,
    ...more,
  });

const editor = () =>
  renderPage(
    <Routes>
      <Route path="/streams/:id" element={<EditorPage />} />
      <Route path="/streams" element={<StreamsPage />} />
    </Routes>,
    { at: '/streams/5' },
  );

test('a definition survives the draft', () => {
  expect(toDefinition(draftOf(job.name, rule))).toEqual({ ...rule, clearDelay: '0s' });
});

test('a job spreads over like tags and gathers again', () => {
  const draft = {
    ...emptyDraft,
    inputs: [
      { name: 'v', tag: 'L2.2001.V' },
      { name: 'i', tag: 'L2.I' },
    ],
  };
  const many = spread(draft, [{ name: 'L2.2001.V' }, { name: 'L2.2002.V' }, { name: 'L2.2002.R' }]);
  expect(many.assets).toEqual(['L2.2001', 'L2.2002']);
  expect(many.inputs.map(one => one.tag)).toEqual(['{asset}.V', 'L2.I']);
  expect(gather(many)).toEqual(draft);
});

test('says how a job does and switches it to a dry run', async () => {
  const at = server();
  renderPage(<StreamsPage />, { at: '/streams?job=5' });
  expect(await screen.findByText('{asset}.V', { exact: false })).toBeTruthy();
  expect(screen.getByText('1 项作业，1 项运行')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '试运行' }));
  await waitFor(() => expect(at.to('/api/streams/5/mode')[0]?.body).toEqual({ mode: 'DRY_RUN' }));
});

test('a viewer reads and cannot change', async () => {
  server();
  renderPage(<StreamsPage />, { at: '/streams?job=5', roles: ['VIEWER'] });
  expect(await screen.findByText('修改计算与规则需要工程师权限。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /新建/ })).toBeNull();
});

test('nothing there and a server that does not answer are said in words', async () => {
  server({ 'GET /api/streams': [] });
  const page = renderPage(<StreamsPage />, { at: '/streams' });
  expect(await screen.findByText('没有计算与规则')).toBeTruthy();
  page.unmount();
  server({ 'GET /api/streams': new Refused(503, '历史库没有应答') });
  renderPage(<StreamsPage />, { at: '/streams' });
  expect(await screen.findByText('历史库没有应答')).toBeTruthy();
});

test('a fault stands at its field, an undo takes it away, and saving sends the version seen', async () => {
  const fault = { field: 'value', where: 'value, line 1 column 5', found: '未知的 nope', remedy: '写输入名' };
  const at = server({
    'POST /api/streams/check': ({ body }: { body: unknown }) =>
      JSON.stringify(body).includes('nope') ? { fault, places: [] } : { places: [place] },
  });
  editor();
  const value = await screen.findByLabelText<HTMLTextAreaElement>('比较量', { selector: 'textarea' });
  const save = screen.getByRole<HTMLButtonElement>('button', { name: '保存' });
  fireEvent.change(value, { target: { value: 'v + nope' } });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('未知的 nope');
  expect(save.disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: /撤销/ }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  fireEvent.change(value, { target: { value: 'v + 1' } });
  await waitFor(() => expect(save.disabled).toBe(false));
  fireEvent.click(save);
  await waitFor(() =>
    expect(at.to('/api/streams/5')[1]?.body).toMatchObject({
      version: 3,
      mode: 'ON',
      definition: { ...rule, value: 'v + 1' },
    }),
  );
});

test('a new job asks for a tag before anything is judged', async () => {
  const at = server();
  renderPage(<Editor id={null} version={0} mode="OFF" first={emptyDraft} />, { at: '/streams/new' });
  expect(await screen.findByText('请为每个输入选择标签')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(true);
  expect(at.to('/api/streams/check')).toEqual([]);
});

test('counts what would have fired', async () => {
  server();
  editor();
  const run = await screen.findByRole<HTMLButtonElement>('button', { name: '试算' });
  await waitFor(() => expect(run.disabled).toBe(false));
  fireEvent.click(run);
  expect(await screen.findByText(/近 7(\.0)? 天内会触发 14 次/)).toBeTruthy();
});
