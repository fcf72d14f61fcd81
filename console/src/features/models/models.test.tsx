import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes, useLocation } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Model, Role } from '@/shared/api/contract';
import { renderPage } from '@/testing/render';
import { fakeServer, Refused } from '@/testing/server';
import ModelPage from './model-page';
import ModelsPage from './models-page';
import { formatHorizon, honest, scores, versionOf } from './versions';

vi.mock('@/shared/chart/chart', () => ({
  Chart: ({ label }: { label: string }) => <div role="img" aria-label={label} />,
}));

class SilentSource {
  addEventListener() {}
  close() {}
}

beforeEach(() => {
  vi.stubGlobal('EventSource', SilentSource);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(900);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(300);
});
afterEach(() => vi.unstubAllGlobals());

const version = (number: number, alias?: Model['versions'][number]['alias'], mae = 1.2) => ({
  version: number,
  createdAt: '2026-11-01T00:00:00Z',
  trainedOn: { from: '2026-10-01T00:00:00Z', to: '2026-10-31T00:00:00Z', rows: 86_400, hash: 'b1946ac9' },
  codeVersion: '0.1.0',
  algorithm: 'xgboost',
  metrics: { mae, rmse: 1.7, r2: 0.81, coverage80: 0.71, skill: 0.33, changes: 40, testRows: 2000 },
  baselines: [
    { name: '昨日同时', mae: 2.4, rmse: 3 },
    { name: '末值', mae: 2, rmse: 2.9 },
  ],
  alias,
  seed: 7,
});

const model: Model = {
  id: 1,
  code: 'bath-temperature',
  name: { zh: '槽温 24 h', en: 'Bath temperature 24 h' },
  assetId: 4,
  target: { label: { zh: '槽温', en: 'T' }, unit: '°C' },
  horizonSeconds: 86_400,
  virtual: true,
  champion: 12,
  candidate: 13,
  status: 'drift',
  lastScoredAt: '2026-11-20T06:00:00Z',
  currentSkill: 0.31,
  inputs: [21, 22],
  members: 300,
  everySeconds: 28_800,
  horizonRows: 3,
  trainedOverSeconds: 2_419_200,
  versions: [version(13, 'candidate'), version(12, 'champion'), version(11)],
};

const backtest = {
  t: [1, 2],
  actual: [950, 951],
  predicted: [950.4, 951.2],
  low: [949, 950],
  high: [952, 953],
  baseline: [949, 950],
  baselineName: '末值',
  errors: { edges: [-1, 0, 1], counts: [3, 5] },
  importance: [{ feature: 'lag24', label: '24 h 前槽温', meanAbsShap: 1.42, unit: '°C' }],
};

const gate = (passed: boolean) => ({
  passed,
  checks: [
    { name: 'MAE 至少好 2 %', passed: true, detail: '1.16 < 1.18' },
    { name: '影子运行', passed, detail: '3.2 d' },
  ],
});

const server = (more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/models': [model, { ...model, id: 2, code: 'noise', champion: undefined, status: 'untrained' }],
    'GET /api/models/1': model,
    'GET /api/models/1/versions/12/backtest': backtest,
    'GET /api/models/1/versions/13/gate': gate(true),
    'GET /api/models/1/drift': {
      features: [
        { feature: 'volts', psi: 0.27, ks: 0.2, state: 'act' },
        { feature: 'dose', psi: 0.04, ks: 0.05, state: 'ok' },
      ],
      residual: { cusum: 6, limit: 5, state: 'act' },
      coverage80: 0.79,
      rows: 2016,
      at: '2026-11-20T06:00:00Z',
    },
    'GET /api/models/1/live': {
      t: [1, 2],
      predicted: [950, 951],
      low: [949, 950],
      high: [952, 953],
      actual: [950, null],
      explanation: [{ feature: '氟化铝欠量', value: -18, contribution: 3.8 }],
      envelope: { inside: false, distance: 4.2, limit: 3 },
    },
    'GET /api/assets': [
      { id: 4, kind: 'LINE', code: 'L2', name: { zh: '二系列', en: 'Line 2' }, attributes: {} },
      { id: 7, parentId: 4, kind: 'EQUIPMENT', code: '1', name: { zh: '1#', en: '1' }, attributes: {} },
      { id: 8, parentId: 4, kind: 'EQUIPMENT', code: '2', name: { zh: '2#', en: '2' }, attributes: {} },
    ],
    'GET /api/jobs': [],
    'POST /api/models/1/train': { id: 41 },
    'POST /api/models/1/versions/13/promote': {},
    'DELETE /api/jobs/41': {},
    ...more,
  });

function Where() {
  const { pathname } = useLocation();
  return <output>{pathname}</output>;
}

const show = (at: string, roles: Role[] = ['ENGINEER']) =>
  renderPage(
    <>
      <Routes>
        <Route path="/models" element={<ModelsPage />} />
        <Route path="/models/:id" element={<ModelPage />} />
      </Routes>
      <Where />
    </>,
    { at, roles },
  );

test('the list says how much better each model is, on which plant, and that one drifts', async () => {
  server();
  show('/models');
  const row = (await screen.findByText('bath-temperature')).closest('tr') as HTMLElement;
  expect(within(row).getByText('虚拟产线')).toBeTruthy();
  expect(within(row).getByText('24 h')).toBeTruthy();
  expect(screen.getByText('2 个模型，1 个在用；1 个漂移，需要重新训练')).toBeTruthy();
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await waitFor(() => expect(screen.getByText('/models/1')).toBeTruthy());
});

test('no models is said in words', async () => {
  server({ 'GET /api/models': [] });
  show('/models');
  expect(await screen.findByText('还没有模型')).toBeTruthy();
});

test('the back-test stands beside its baselines, every accuracy called virtual', async () => {
  server();
  show('/models/1');
  expect(await screen.findByRole('img', { name: '回测' })).toBeTruthy();
  const rows = screen.getAllByRole('row').map(row => row.textContent);
  expect(rows.findIndex(text => text?.includes('模型 v12'))).toBeLessThan(
    rows.findIndex(text => text?.includes('末值')),
  );
  expect(screen.getByText('24 h 前槽温', { exact: false })).toBeTruthy();
  expect(screen.getAllByText('虚拟产线').length).toBeGreaterThanOrEqual(5);
});

test('drift: what moved comes first, and errors that keep to one side are said', async () => {
  server();
  show('/models/1?tab=drift');
  await screen.findByText('volts');
  const names = screen.getAllByRole('row').map(row => row.textContent ?? '');
  expect(names.findIndex(text => text.includes('volts'))).toBeLessThan(
    names.findIndex(text => text.includes('dose')),
  );
  expect(screen.getByText('误差持续偏向一边，应重新训练或检查测量。')).toBeTruthy();
  expect(screen.getByText('带宽可信。')).toBeTruthy();
});

test('live: asks for one piece of equipment up to the horizon and warns outside the training range', async () => {
  const at = server();
  show('/models/1?tab=live&asset=8');
  expect(await screen.findByText('输入超出训练范围，预测仅供参考')).toBeTruthy();
  expect(screen.getByText('氟化铝欠量', { exact: false })).toBeTruthy();
  const asked = at.to('/api/models/1/live').at(-1)?.query;
  expect(asked?.get('assetId')).toBe('8');
  const span = Date.parse(asked?.get('to') ?? '') - Date.parse(asked?.get('from') ?? '');
  expect(span).toBeGreaterThanOrEqual(2 * 86_400_000 - 60_000);
});

test('a version is promoted through its gate, with a reason', async () => {
  const at = server();
  show('/models/1?tab=versions&version=13');
  expect(await screen.findByText('b1946ac9')).toBeTruthy();
  await screen.findByText('全部通过');
  fireEvent.click(screen.getByRole('button', { name: '提升为在用' }));
  fireEvent.click(await screen.findByText('影子运行结果更好'));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: '提升为在用' }));
  await waitFor(() =>
    expect(at.to('/api/models/1/versions/13/promote')[0]?.body).toEqual({ reason: '影子运行结果更好' }),
  );
});

test('what the server refuses at promotion is said in the dialog', async () => {
  server({
    'POST /api/models/1/versions/13/promote': new Refused(409, '不能提升', '影子运行只有 3.2 d'),
  });
  show('/models/1?tab=versions&version=13');
  await screen.findByText('全部通过');
  fireEvent.click(screen.getByRole('button', { name: '提升为在用' }));
  fireEvent.click(await screen.findByText('影子运行结果更好'));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: '提升为在用' }));
  expect(await screen.findByText(/影子运行只有 3.2 d/)).toBeTruthy();
});

test('a closed gate and a missing role both keep the button shut, and say why', async () => {
  server({ 'GET /api/models/1/versions/13/gate': gate(false) });
  const { unmount } = show('/models/1?tab=versions&version=13');
  expect(await screen.findByText('1 项未通过')).toBeTruthy();
  expect((screen.getByRole('button', { name: '提升为在用' }) as HTMLButtonElement).disabled).toBe(true);
  unmount();
  server();
  show('/models/1?tab=versions&version=13', ['OPERATOR']);
  expect(await screen.findByText('需要工程师权限。')).toBeTruthy();
  expect((screen.getByRole('button', { name: '提升为在用' }) as HTMLButtonElement).disabled).toBe(true);
  expect((screen.getByRole('button', { name: '训练' }) as HTMLButtonElement).disabled).toBe(true);
});

test('the version in use is not promoted again', async () => {
  server();
  show('/models/1?tab=versions');
  expect(await screen.findByText('这个版本在用。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '提升为在用' })).toBeNull();
});

test('training starts after a question, shows its progress and can be cancelled', async () => {
  let running = false;
  const at = server({
    'GET /api/jobs': () =>
      running
        ? [
            { id: 41, kind: 'training', title: '槽温', state: 'running', done: 30, total: 100, message: '' },
            { id: 7, kind: 'import', title: 'x.csv', state: 'running', done: 1, total: 2, message: '' },
          ]
        : [],
    'POST /api/models/1/train': () => {
      running = true;
      return { id: 41 };
    },
    'DELETE /api/jobs/41': () => {
      running = false;
      return {};
    },
  });
  show('/models/1');
  fireEvent.click(await screen.findByRole('button', { name: '训练' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: /训\s*练/ }));
  expect(await screen.findByText('已完成 30 %')).toBeTruthy();
  expect(screen.queryByText('x.csv')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '取消' }));
  await waitFor(() => expect(at.to('/api/jobs/41')).toHaveLength(1));
  expect(await screen.findByRole('button', { name: '训练' })).toBeTruthy();
});

test('a model that was never trained, and one that does not exist', async () => {
  server({
    'GET /api/models/1': {
      ...model,
      champion: undefined,
      candidate: undefined,
      status: 'untrained',
      versions: [],
    },
    'GET /api/models/9': new Refused(404, '没有这个模型'),
  });
  const { unmount } = show('/models/1');
  expect(await screen.findByText('这个模型还没有训练过')).toBeTruthy();
  unmount();
  show('/models/9');
  expect(await screen.findByText('没有这个模型')).toBeTruthy();
});

test('versions: the asked one, else champion, candidate, newest', () => {
  expect(versionOf(model, 11)?.version).toBe(11);
  expect(versionOf(model, null)?.version).toBe(12);
  expect(versionOf({ ...model, champion: undefined }, 99)?.version).toBe(13);
  expect(versionOf({ ...model, champion: undefined, candidate: undefined }, null)?.version).toBe(13);
  expect(versionOf({ ...model, versions: [] }, null)).toBeUndefined();
});

test('scores: skill is measured against the best baseline, best first', () => {
  const all = scores(version(12, 'champion', 1.2), 'v12');
  expect(all.map(one => one.name)).toEqual(['v12', '末值', '昨日同时']);
  expect(all[1]?.skill).toBe(0);
  expect(all[2]?.skill).toBeCloseTo(-0.2);
  expect([0.75, 0.76, 0.84, 0.85].map(honest)).toEqual([false, true, true, false]);
});

test('horizons in hours as people say them', () => {
  expect([86_400, 3600, 172_800].map(formatHorizon)).toEqual(['24 h', '1 h', '48 h']);
  expect(formatHorizon(900)).toBe('15 min');
});

const tag = (id: number, quantity: string) => ({
  id,
  assetId: 7,
  name: `L2.1.${quantity}`,
  quantity,
  label: { zh: quantity, en: quantity },
  unit: 'MW',
});

test('a model is defined from a target and the tags beside it, and trained at once', async () => {
  const at = server({
    'GET /api/tags': { items: [tag(21, 'power'), tag(22, 'load'), tag(23, 'valve')], total: 3 },
    ...Object.fromEntries([21, 22, 23].map(id => [`GET /api/tags/${id}`, tag(id, `q${id}`)])),
    'POST /api/models': model,
  });
  show('/models');
  fireEvent.click(await screen.findByRole('button', { name: '新建模型' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.mouseDown(within(dialog).getByRole('combobox', { name: '选择标签' }));
  fireEvent.click(await screen.findByText('power · L2.1.power'));
  fireEvent.click(await within(dialog).findByText('选同一对象的其他 2 个标签'));
  expect(within(dialog).getByText(/即提前 1 h/)).toBeTruthy();
  expect(within(dialog).getByText(/最多 35[, ]?040 行/)).toBeTruthy();
  fireEvent.click(within(dialog).getByRole('button', { name: /建\s*立/ }));
  await waitFor(() => expect(screen.getByText('/models/1')).toBeTruthy());
  expect(at.to('/api/models').find(one => one.method === 'POST')?.body).toEqual({
    name: { zh: 'q21 +1 h', en: 'q21 +1 h' },
    target: 21,
    inputs: [22, 23],
    everySeconds: 900,
    horizonRows: 4,
    trainedOverSeconds: 365 * 86_400,
  });
  expect(at.to('/api/models/1/train')).toHaveLength(1);
});

test('a definition that is too long or refused says so, and nothing is trained', async () => {
  const at = server({
    'GET /api/tags': { items: [tag(21, 'power')], total: 1 },
    'GET /api/tags/21': tag(21, 'power'),
    'POST /api/models': new Refused(409, '已有同名模型', '换一个名称'),
  });
  show('/models');
  fireEvent.click(await screen.findByRole('button', { name: '新建模型' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: /建\s*立/ }));
  expect(await within(dialog).findByText('必填')).toBeTruthy();
  fireEvent.mouseDown(within(dialog).getByRole('combobox', { name: '选择标签' }));
  fireEvent.click(await screen.findByText('power · L2.1.power'));
  const days = within(dialog).getByRole('spinbutton', { name: '学多长历史' });
  fireEvent.change(days, { target: { value: '9000' } });
  expect(await within(dialog).findByText(/行数过多：最多 2083 天/)).toBeTruthy();
  fireEvent.change(days, { target: { value: '30' } });
  fireEvent.click(within(dialog).getByRole('button', { name: /建\s*立/ }));
  expect(await within(dialog).findByText(/已有同名模型/)).toBeTruthy();
  expect(at.to('/api/models/1/train')).toHaveLength(0);
});

test('a model is retired after a question and found among the retired', async () => {
  let retiredAt: string | undefined;
  server({
    'GET /api/models': () => (retiredAt ? [] : [model]),
    'GET /api/models/1': () => ({ ...model, retiredAt }),
    'DELETE /api/models/1': () => {
      retiredAt = '2026-11-28T00:00:00Z';
      return { ...model, retiredAt };
    },
    'POST /api/models/1/restore': () => {
      retiredAt = undefined;
      return model;
    },
  });
  show('/models/1');
  fireEvent.click(await screen.findByRole('button', { name: /停\s*用/ }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: /停\s*用/ }));
  fireEvent.click(await screen.findByRole('button', { name: /恢\s*复/ }));
  expect(await screen.findByRole('button', { name: '训练' })).toBeTruthy();
});
