import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Connection } from '@/shared/api/contract';
import { renderPage } from '@/testing/render';
import { fakeServer, Refused } from '@/testing/server';
import ConnectionsPage from './connections-page';
import { emptyMapping } from './draft';
import { priorityOf } from './health';
import { branchesOf, isWithin, withChildren } from './tree';

const good: Connection = {
  id: 1,
  name: '虚拟产线',
  kind: 'OPC_UA',
  endpoint: 'opc.tcp://127.0.0.1:48400',
  securityPolicy: 'Basic256Sha256',
  enabled: true,
  desired: 'RUNNING',
  actual: 'RUNNING',
  detail: 'session active',
  tags: 4800,
  staleTags: 0,
  rate: 4798,
  newestAgeSeconds: 0.8,
  ageP99Seconds: 1.2,
  received: 41_000,
  lost: 0,
  rejected: 0,
  buffered: 0,
  reconnects: 0,
};
const cut: Connection = {
  ...good,
  id: 2,
  name: '化验室',
  actual: 'RETRYING',
  detail: 'again in 12 s',
  newestAgeSeconds: 5400,
  staleTags: 24,
  lastError: 'Bad_Timeout',
};

const broker: Connection = {
  ...good,
  id: 3,
  name: '环保站',
  kind: 'MQTT',
  endpoint: 'mqtts://10.2.0.20:8883',
  securityPolicy: 'TLS',
  mqtt: { version: 5, clientId: 'kunan-1', sessionHours: 24, qos: 1, mappings: [emptyMapping] },
  rejected: 2,
};

const node = (nodeId: string, kind: 'FOLDER' | 'VARIABLE', more = {}) => ({
  nodeId,
  browseName: nodeId,
  displayName: nodeId,
  kind,
  hasChildren: kind === 'FOLDER',
  ...more,
});

const serve = (more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/connections': [good, cut],
    'GET /api/connections/1/tags': { items: [], total: 0 },
    'GET /api/connections/2/tags': {
      items: [
        {
          tagId: 9,
          name: 'LAB.FE',
          nodeId: 'ns=2;s=FE',
          ageSeconds: 5400,
          stale: true,
          problem: 'Bad_Timeout',
        },
      ],
      total: 1,
    },
    'GET /api/assets': [
      { id: 4, kind: 'PLANT', code: 'YL', name: { zh: '电解厂', en: 'Smelter' }, attributes: {} },
    ],
    ...more,
  });

test('health is the age of the data, not the state of the session', () => {
  expect(priorityOf(good)).toBeNull();
  expect(priorityOf({ ...good, newestAgeSeconds: 600 })).toBe(2);
  expect(priorityOf({ ...good, newestAgeSeconds: undefined })).toBe(2);
  expect(priorityOf({ ...good, tags: 0, newestAgeSeconds: undefined })).toBeNull();
  expect(priorityOf({ ...good, staleTags: 3 })).toBe(3);
  expect(priorityOf(cut)).toBe(2);
  expect(priorityOf({ ...cut, desired: 'STOPPED', actual: 'STOPPED' })).toBeNull();
});

test('the page says what is broken and the panel why', async () => {
  serve();
  renderPage(<ConnectionsPage />, { at: '/connections?connection=2' });
  expect(await screen.findByText(/2 个连接，1 个断开或无数据，24 个标签陈旧/)).toBeTruthy();
  expect(screen.getByText(/最近错误 .*Bad_Timeout/)).toBeTruthy();
  expect(await screen.findByText('LAB.FE')).toBeTruthy();
});

test('a connection is tested, its certificate compared and trusted', async () => {
  const certificate = {
    thumbprint: '3f:9a',
    subject: 'CN=pot line',
    validFrom: '2026-01-01T00:00:00Z',
    validTo: '2031-01-01T00:00:00Z',
    trusted: false,
  };
  const server = serve({
    'POST /api/connections/2/test': { ok: false, detail: 'the certificate is not trusted', certificate },
    'POST /api/connections/2/trust': {
      ok: true,
      detail: 'session active',
      certificate: { ...certificate, trusted: true },
    },
  });
  renderPage(<ConnectionsPage />, { at: '/connections?connection=2' });
  fireEvent.click(await screen.findByRole('button', { name: '测试连接' }));
  expect(await screen.findByText('连接不上')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '信任此证书' }));
  expect(await screen.findByText('可以连接')).toBeTruthy();
  expect(server.to('/api/connections/2/trust')[0]?.body).toEqual({ thumbprint: '3f:9a' });
});

test('starting and stopping shows what the server refuses', async () => {
  serve({ 'POST /api/connections/1/stop': new Refused(403, 'This concerns the whole installation') });
  renderPage(<ConnectionsPage />, { at: '/connections?connection=1' });
  fireEvent.click(await screen.findByRole('button', { name: '停止' }));
  expect(await screen.findByText(/whole installation/)).toBeTruthy();
});

test('a folder stands for all below it; linked variables cannot be ticked', () => {
  const roots = withChildren(
    branchesOf([node('line', 'FOLDER')]),
    'line',
    branchesOf([
      node('V', 'VARIABLE'),
      node('I', 'VARIABLE', { tagId: 3 }),
      node('S', 'VARIABLE', { refusal: 'text' }),
    ]),
  );
  expect(roots[0]?.children?.map(one => one.disableCheckbox)).toEqual([false, true, true]);
  expect(isWithin(roots, 'V', ['line', 'V'])).toBe(true);
  expect(isWithin(roots, 'line', ['line', 'V'])).toBe(false);
});

test('ticked nodes are imported below the asset in view', async () => {
  const server = serve({
    'GET /api/connections/1/browse': ({ query }: { query: URLSearchParams }) =>
      query.get('node') ? [node('V', 'VARIABLE')] : [node('line', 'FOLDER')],
    'POST /api/connections/1/import': {
      created: 16,
      linked: 1,
      skipped: 2,
      rejected: [{ node: 'line.S', reason: 'holds text' }],
    },
  });
  renderPage(<ConnectionsPage />, { at: '/connections?connection=1&asset=4' });
  fireEvent.click(await screen.findByRole('button', { name: '浏览服务器' }));
  const tree = await screen.findByText('line');
  const box = tree.closest('.ant-tree-treenode')?.querySelector('.ant-tree-checkbox');
  fireEvent.click(box as HTMLElement);
  fireEvent.click(screen.getByRole('button', { name: '导入 1 个节点' }));
  const outcome = await screen.findByText(/新建 16，接上已有标签 1，跳过 2，拒绝 1/);
  expect(within(outcome.parentElement as HTMLElement).getByText(/holds text/)).toBeTruthy();
  await waitFor(() =>
    expect(server.to('/api/connections/1/import')[0]?.body).toEqual({
      nodes: ['line'],
      assetId: 4,
      recursive: true,
    }),
  );
});

test('a viewer sees health and cannot change or browse', async () => {
  serve();
  renderPage(<ConnectionsPage />, { at: '/connections?connection=1', roles: ['VIEWER'] });
  expect(await screen.findByText(/ENGINEER/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '浏览服务器' })).toBeNull();
  expect(screen.queryByRole('button', { name: '新增连接' })).toBeNull();
});

test('an MQTT connection is made with its mapping and without what belongs to other kinds', async () => {
  const server = serve({ 'POST /api/connections': broker });
  renderPage(<ConnectionsPage />, { at: '/connections' });
  fireEvent.click(await screen.findByRole('button', { name: '新增连接' }));
  const form = within(await screen.findByRole('dialog'));
  fireEvent.click(form.getByRole('button', { name: 'MQTT' }));
  const write = (label: RegExp | string, text: string) =>
    fireEvent.change(form.getByLabelText(label), { target: { value: text } });
  write('名称', '环保站');
  write('地址', 'mqtts://10.2.0.20:8883');
  write('主题', 'stack/{unit}/telemetry');
  write('值', '/values/{signal}');
  write('标签名', '{unit}.{signal}');
  fireEvent.click(form.getByRole('button', { name: /保\s*存/ }));
  await waitFor(() => expect(server.to('/api/connections').some(one => one.method === 'POST')).toBe(true));
  const body = server.to('/api/connections').find(one => one.method === 'POST')?.body;
  expect(body).toMatchObject({
    name: '环保站',
    kind: 'MQTT',
    endpoint: 'mqtts://10.2.0.20:8883',
    mqtt: {
      version: 5,
      qos: 1,
      sessionHours: 24,
      mappings: [{ topic: 'stack/{unit}/telemetry', value: '/values/{signal}', name: '{unit}.{signal}' }],
    },
  });
  expect(body).not.toHaveProperty('sparkplug');
  expect(body).not.toHaveProperty('securityPolicy');
});

test('what a broker tells is listed to be chosen, and what could not be used with its reason', async () => {
  serve({
    'GET /api/connections': [broker],
    'GET /api/connections/3/tags': { items: [], total: 0 },
    'GET /api/connections/3/browse': [node('S1.SO2', 'VARIABLE', { sample: '31.2' })],
    'GET /api/connections/3/rejected': {
      total: 2,
      items: [
        { time: '2026-11-20T06:00:00Z', topic: 'stack/S2', reason: 'the payload has no time', excerpt: '{}' },
      ],
    },
  });
  renderPage(<ConnectionsPage />, { at: '/connections?connection=3' });
  fireEvent.click(await screen.findByRole('button', { name: '已听到' }));
  expect(await screen.findByText('31.2')).toBeTruthy();
  expect(screen.getByRole('button', { name: '再看' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '拒绝的消息' }));
  expect(await screen.findByText('the payload has no time')).toBeTruthy();
  expect(screen.getByText(/共 2 条/)).toBeTruthy();
});
