import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { expect, test } from 'vitest';
import type { Import, ImportMapping, ImportPreview } from '@/shared/api/contract';
import { renderPage } from '@/testing/render';
import { fakeServer, Refused } from '@/testing/server';
import ImportPage from './import-page';
import ImportsPage from './imports-page';
import { proposed, restAsNew, toRequest, unfinished } from './mapping';
import { trendsOf } from './report-stage';

const preview: ImportPreview = {
  separator: ';',
  encoding: 'UTF-8',
  decimalComma: true,
  header: true,
  skipLines: 0,
  timeColumn: 'time',
  timeFormat: 'iso',
  zone: 'Asia/Shanghai',
  timeTrouble: '',
  columns: [
    { name: 'time', kind: 'TIME', unit: '', sample: ['2026-11-01'] },
    { name: 'current (kA)', kind: 'NUMBER', unit: 'kA', sample: ['500,5'] },
    { name: 'mode', kind: 'TEXT', unit: '', sample: ['run', 'stop'] },
    { name: 'spare', kind: 'EMPTY', unit: '', sample: [] },
  ],
  rows: [['2026-11-01', '500,5', 'run', '']],
};

const file: Import = {
  id: 3,
  fileName: 'line.csv',
  bytes: 1200,
  state: 'PREVIEW',
  createdAt: '2026-11-20T06:00:00Z',
  by: 'wang',
  message: '',
  options: {},
  preview,
};

const assets = [
  { id: 1, kind: 'PLANT', code: 'YL', name: { zh: '电解厂', en: 'Smelter' }, attributes: {} },
  { id: 2, parentId: 1, kind: 'LINE', code: 'L2', name: { zh: '二系列', en: 'Line 2' }, attributes: {} },
];

const page = () => (
  <Routes>
    <Route path="imports" element={<ImportsPage />} />
    <Route path="imports/:importId" element={<ImportPage />} />
  </Routes>
);

const serve = (one: Import, more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/imports': [one],
    'GET /api/imports/3': one,
    'GET /api/assets': assets,
    'GET /api/jobs': [],
    'GET /api/tags': { items: [], total: 0 },
    'GET /api/tags/9': {
      id: 9,
      name: 'L2.current',
      assetId: 2,
      label: { zh: '电流', en: 'Current' },
      unit: 'A',
    },
    ...more,
  });

test('a column that goes nowhere becomes a new tag below the place in view, empty ones stay out', () => {
  const wishes = restAsNew(preview, proposed(preview, null), { assetId: 2, prefix: 'YL.L2' });
  expect(wishes['current (kA)']).toEqual({
    column: 'current (kA)',
    unit: 'kA',
    newTag: { name: 'YL.L2.current', assetId: 2, unit: 'kA', label: { zh: 'current', en: 'current' } },
  });
  expect(wishes.mode?.newTag?.unit).toBe('');
  expect(wishes.spare).toBeUndefined();
  expect(unfinished(wishes)).toEqual([]);
  expect(unfinished(restAsNew(preview, {}, { assetId: null, prefix: '' }))).toHaveLength(2);
  expect(toRequest(preview, wishes).columns.map(one => Boolean(one.skip))).toEqual([false, false, true]);
});

test('what the server remembers of such files is filled in and sent as it stands', async () => {
  const mapping: ImportMapping = { columns: [{ column: 'current (kA)', tagId: 9, unit: 'kA' }] };
  const running = { ...file, state: 'RUNNING', jobId: 7 };
  const server = serve({ ...file, mapping }, { 'POST /api/imports/3/start': running });
  renderPage(page(), { at: '/imports/3?asset=2' });
  expect(await screen.findByText('L2.current')).toBeTruthy();
  expect(screen.getByText(/已按上次同样列/)).toBeTruthy();
  expect(screen.getByText('kA → A')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '读入 1 列' }));
  await waitFor(() => expect(server.to('/api/imports/3/start')).toHaveLength(1));
  const body = server.to('/api/imports/3/start')[0]?.body as ImportMapping;
  expect(body.timeColumn).toBe('time');
  expect(body.zone).toBe('Asia/Shanghai');
  expect(body.columns[0]).toEqual({ column: 'current (kA)', tagId: 9, unit: 'kA' });
  expect(body.columns[1]).toEqual({ column: 'mode', skip: true });
  expect(await screen.findByText(/排队中/)).toBeTruthy();
});

/** The button waits for the assets, since it names tags by their place. */
async function mapTheRest() {
  const button = await screen.findByRole('button', { name: '其余全部新建标签' });
  await waitFor(() => expect((button as HTMLButtonElement).disabled).toBe(false));
  fireEvent.click(button);
}

test('nothing is read before a column has a tag and the times can be read', async () => {
  serve({ ...file, preview: { ...preview, timeTrouble: '“1/2/26” may be d/M/yy or M/d/yy' } });
  renderPage(page(), { at: '/imports/3?asset=2' });
  expect(await screen.findByText(/may be d\/M\/yy/)).toBeTruthy();
  await mapTheRest();
  expect(screen.getByText('YL.L2.current')).toBeTruthy();
  const start = screen.getByRole('button', { name: '读入 2 列' });
  expect((start as HTMLButtonElement).disabled).toBe(true);
});

test('a refusal of the server is shown and the mapping stays', async () => {
  serve(file, {
    'POST /api/imports/3/start': new Refused(409, 'The tag name YL.L2.current is taken', 'choose another'),
  });
  renderPage(page(), { at: '/imports/3?asset=2' });
  await mapTheRest();
  fireEvent.click(screen.getByRole('button', { name: '读入 2 列' }));
  expect(await screen.findByText(/is taken/)).toBeTruthy();
  expect(screen.getByText('YL.L2.current')).toBeTruthy();
});

test('a column is sent to a new tag in the panel at the right', async () => {
  serve(file);
  renderPage(page(), { at: '/imports/3?asset=2' });
  const table = await screen.findByRole('table', { name: '各列对应到标签' });
  fireEvent.click(within(table).getByText('mode'));
  expect(await screen.findByText(/每个不同的词是一个状态/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '新标签' }));
  fireEvent.change(screen.getByLabelText('标签名'), { target: { value: 'L2.mode' } });
  expect(within(table).getByText('L2.mode')).toBeTruthy();
  expect(screen.queryByLabelText('标签单位')).toBeNull();
});

test('options are tried by the server at once', async () => {
  const looked = { ...file, preview: { ...preview, header: false } };
  const server = serve(file, { 'PUT /api/imports/3/options': looked });
  renderPage(page(), { at: '/imports/3?asset=2' });
  fireEvent.click(await screen.findByRole('switch', { name: '首行为列名' }));
  await waitFor(() => expect(server.to('/api/imports/3/options')[0]?.body).toEqual({ header: false }));
});

test('a report tells what was left out and leads to the trends of its tags', async () => {
  const done: Import = {
    ...file,
    state: 'DONE',
    mapping: {
      columns: [
        { column: 'current (kA)', tagId: 9 },
        { column: 'mode', skip: true, tagId: 8 },
      ],
    },
    report: {
      rows: 2976,
      points: 5940,
      rejected: 1204,
      repaired: 31,
      repairs: [],
      ambiguous: 0,
      rejects: [{ line: 118, reason: 'current: “5x1” is no number' }],
      from: '2026-10-01T00:00:00Z',
      to: '2026-10-31T00:00:00Z',
      seconds: 0.4,
    },
  };
  expect(trendsOf(done)).toBe('/trends?tags=9&from=2026-10-01T00%3A00%3A00Z&to=2026-10-31T00%3A00%3A00Z');
  serve(done);
  renderPage(page(), { at: '/imports/3' });
  expect(await screen.findByText('current: “5x1” is no number')).toBeTruthy();
  expect(screen.getByText(/前 1 处，共 1204 处/)).toBeTruthy();
  expect(screen.getByText('下载拒绝清单 CSV').getAttribute('href')).toBe(
    '/api/imports/3/rejects.csv?lang=zh',
  );
  fireEvent.click(screen.getByRole('button', { name: '被修复的行' }));
  expect(screen.getByText('没有被修复的行')).toBeTruthy();
});

test('dropped files are sent one by one; a refused one stays with its reason', async () => {
  const server = serve(file, {
    'POST /api/imports': new Refused(400, 'This cannot be used', 'photo.jpg: no table'),
  });
  renderPage(page(), { at: '/imports' });
  const zone = await screen.findByLabelText('把文件拖到这里');
  const files = [new File(['a'], 'photo.jpg'), new File(['b'], 'other.jpg')];
  fireEvent.drop(zone, { dataTransfer: { files } });
  expect(await screen.findByText('other.jpg')).toBeTruthy();
  expect(screen.getAllByText(/no table/)).toHaveLength(2);
  expect(server.calls.filter(call => call.method === 'POST')).toHaveLength(2);
  fireEvent.click(screen.getAllByRole('button', { name: '知道了' })[0] as HTMLElement);
  expect(screen.queryByText('photo.jpg')).toBeNull();
});

test('a viewer reads reports and is told which role may import', async () => {
  serve(file);
  renderPage(page(), { at: '/imports', roles: ['VIEWER'] });
  expect(await screen.findByText('line.csv')).toBeTruthy();
  expect(screen.getByText(/ENGINEER/)).toBeTruthy();
  expect(screen.queryByText('选择文件')).toBeNull();
});
