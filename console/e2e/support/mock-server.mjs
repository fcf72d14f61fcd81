/** Serves dist and invented answers of the contract, for pictures and for browser tests of the console alone. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { routes as dataRoutes } from './data-pages.mjs';
import * as plant from './plant.mjs';
import { changedPots, routes as potlineRoutes } from './potline.mjs';
import * as records from './records.mjs';
import { routes as streamRoutes } from './streams.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

const session = username => ({
  user: { id: 1, username, displayName: '工艺工程师', roles: ['ADMIN'], sites: [] },
  mustChangePassword: username === 'new',
  mode: 'demo',
  banner: {
    zh: '演示环境：数据来自虚拟产线，不代表任何真实工厂。',
    en: 'Demo: the data come from a virtual plant and stand for no real one.',
  },
  version: '0.1.0',
  virtualPlant: true,
});

const number = (query, name) => (query.has(name) ? Number(query.get(name)) : undefined);
const ids = query => (query.get('tags') ?? '').split(',').filter(Boolean).map(Number);
const paged = (items, query) => {
  const page = number(query, 'page') ?? 0;
  const size = number(query, 'size') ?? 50;
  return { items: items.slice(page * size, page * size + size), total: items.length };
};

class Problem {
  constructor(status, title, detail) {
    Object.assign(this, { status, title, detail, requestId: '7f3a-91c2' });
  }
}

const ROUTES = [
  ...potlineRoutes,
  ...dataRoutes,
  ...streamRoutes,
  ['GET', '/api/about', () => records.about],
  ['GET', '/api/about/licences', () => records.licences],
  ['PUT', '/api/session/password', () => undefined],
  ['GET', '/api/assets', () => plant.assets],
  ['GET', '/api/templates', () => [{ code: 'pot', name: { zh: '电解槽', en: 'Pot' }, tags: [] }]],
  [
    'GET',
    '/api/tags',
    ({ query }) =>
      plant.tagsOf({
        assetId: number(query, 'assetId'),
        subtree: query.get('subtree') === 'true',
        query: query.get('query') ?? '',
        page: number(query, 'page'),
        size: number(query, 'size'),
      }),
  ],
  ['GET', '/api/tags/:id', ({ id }) => plant.tagOf(id) ?? new Problem(404, 'Not found')],
  ['GET', '/api/search', ({ query }) => search(query.get('q') ?? '')],
  ['POST', '/api/history/plot', ({ body }) => plant.plot(body)],
  ['POST', '/api/history/statistics', ({ body }) => plant.statistics(body)],
  ['POST', '/api/history/at', ({ body }) => plant.at(body)],
  ['GET', '/api/live/status', () => plant.liveStatus()],
  [
    'GET',
    '/api/live/values',
    ({ query }) =>
      ids(query).map(tag => ({
        tag,
        time: Date.now(),
        value: plant.valueAt(tag, Date.now()),
        quality: 0,
        ageSeconds: 0.6,
      })),
  ],
  ['GET', '/api/jobs', () => records.jobs],
  [
    'GET',
    '/api/alarms',
    ({ query }) =>
      paged(
        plant.alarms.filter(
          a =>
            (!query.has('priority') || a.priority === number(query, 'priority')) &&
            (!(number(query, 'assetId') >= 100) || a.assetId === number(query, 'assetId')),
        ),
        query,
      ),
  ],
  ['GET', '/api/alarms/counts', () => plant.counts()],
  ['POST', '/api/alarms/:id/:verb', ({ id }) => plant.alarms.find(a => a.id === id)],
  ['POST', '/api/alarms/acknowledge', () => undefined],
  ['GET', '/api/alarm-rules', () => plant.rules],
  [
    'GET',
    '/api/events',
    ({ query }) =>
      paged(
        plant.events({
          assetId: number(query, 'assetId'),
          type: query.get('type'),
          from: query.get('from'),
          to: query.get('to'),
        }).items,
        query,
      ),
  ],
  ['GET', '/api/event-types', () => plant.eventTypes],
  [
    'GET',
    '/api/advice',
    ({ query }) =>
      paged(
        plant.allAdvice.filter(
          a =>
            (!query.get('state') || a.state === query.get('state')) &&
            (!(number(query, 'assetId') >= 100) || a.assetId === number(query, 'assetId')),
        ),
        query,
      ),
  ],
  ['GET', '/api/advice/scores', () => plant.scores],
  [
    'GET',
    '/api/advice/:id',
    ({ id }) => plant.allAdvice.find(a => a.id === id) ?? new Problem(404, 'Not found'),
  ],
  [
    'POST',
    '/api/advice/:id/:verb',
    ({ id, verb, body }) =>
      Object.assign(
        plant.allAdvice.find(a => a.id === id),
        {
          state: verb === 'accept' ? 'ACCEPTED' : 'REJECTED',
          decidedBy: '工艺工程师',
          decidedAt: new Date().toISOString(),
          decisionReason: body?.reason,
        },
      ),
  ],
  ['GET', '/api/models', () => records.models],
  ['GET', '/api/models/:id', ({ id }) => records.model(id)],
  ['GET', '/api/models/:id/drift', () => records.drift()],
  ['GET', '/api/models/:id/live', () => records.modelLive()],
  ['GET', '/api/models/:id/versions/:verb/backtest', () => records.backtest()],
  ['GET', '/api/models/:id/versions/:verb/gate', () => records.gate()],
  [
    'POST',
    '/api/models/:id/versions/:verb/promote',
    () => new Problem(409, '不能提升', '影子运行 3.2 d，要求至少 7 d'),
  ],
  ['GET', '/api/connections', () => records.connections],
  ['GET', '/api/connections/:id', ({ id }) => records.connections.find(c => c.id === id)],
  [
    'GET',
    '/api/connections/:id/browse',
    ({ id, query }) => (id === 3 ? records.heard : records.browse)(query.get('node')),
  ],
  ['GET', '/api/connections/:id/rejected', () => records.rejected],
  ['GET', '/api/connections/:id/tags', () => records.connectionTags(plant.tagOf)],
  [
    'POST',
    '/api/connections/:id/:verb',
    ({ verb }) =>
      verb === 'test'
        ? { ok: true, detail: '连接成功', serverName: 'Kunan virtual potline' }
        : verb === 'import'
          ? { created: 2, skipped: 1, rejected: [] }
          : undefined,
  ],
  ['GET', '/api/imports', () => records.imports],
  ['POST', '/api/imports', () => records.imports[0]],
  ['GET', '/api/imports/:id', ({ id }) => records.imports.find(i => i.id === id)],
  ['PUT', '/api/imports/:id/options', () => records.imports[0]],
  ['POST', '/api/imports/:id/:verb', ({ id }) => records.imports.find(i => i.id === id)],
  ['GET', '/api/users', () => records.users],
  ['GET', '/api/audit', () => records.audit],
  ['POST', '/api/audit/verify', () => ({ ok: true, entries: 812 })],
  ['GET', '/api/overview', () => plant.overview()],
  [
    'GET',
    '/api/potline/lines',
    () => [{ assetId: 4, code: 'L2', name: { zh: '二系列', en: 'Potline 2' }, pots: 300 }],
  ],
  ['GET', '/api/potline/lines/:id/map', () => plant.potMap()],
  ['GET', '/api/potline/pots/:id', ({ id }) => plant.pot(id)],
].map(([method, pattern, answer]) => [
  method,
  new RegExp(`^${pattern.replace(/:id/, '(?<id>[0-9]+)').replace(/:verb/, '(?<verb>[a-z0-9]+)')}$`),
  answer,
]);

function search(q) {
  const word = q.toLowerCase();
  const named = plant.assets
    .filter(a => `${a.name.zh} ${a.name.en} ${a.code}`.toLowerCase().includes(word))
    .slice(0, 5);
  const tags = plant.tagsOf({ query: q, size: 5 }).items;
  return [
    ...named.map(a => ({
      kind: 'asset',
      id: a.id,
      label: a.name,
      path: '云岭铝业 / 二系列',
      link: a.id >= 100 ? `/potline/pots/${a.id}?asset=${a.id}` : `/assets?asset=${a.id}`,
    })),
    ...tags.map(tag => ({
      kind: 'tag',
      id: tag.id,
      label: tag.label,
      path: tag.name,
      link: `/trends?tags=${tag.id}&asset=${tag.assetId}`,
    })),
  ];
}

function stream(response, emit, everyMs) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const send = () => {
    const [event, data] = emit();
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  send();
  const timer = setInterval(send, everyMs);
  response.on('close', () => clearInterval(timer));
}

function json(response, status, body, headers = {}) {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  const raw = Buffer.concat(parts).toString('utf8');
  return (request.headers['content-type'] ?? '').includes('json') && raw ? JSON.parse(raw) : raw;
}

function file(response, url) {
  const wanted = path.join(dist, path.normalize(decodeURIComponent(url.pathname)));
  const found =
    wanted.startsWith(dist) && existsSync(wanted) && statSync(wanted).isFile()
      ? wanted
      : path.join(dist, 'index.html');
  response.writeHead(200, { 'Content-Type': TYPES[path.extname(found)] ?? 'application/octet-stream' });
  createReadStream(found).pipe(response);
}

async function answer(request, response, state) {
  const url = new URL(request.url, 'http://localhost');
  if (!url.pathname.startsWith('/api/')) return file(response, url);
  const logged = /KUNAN_SESSION=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  const csrf = { 'Set-Cookie': 'XSRF-TOKEN=mock; Path=/' };
  const body = request.method === 'GET' ? undefined : await bodyOf(request);
  if (request.method !== 'GET' && request.headers['x-xsrf-token'] !== 'mock')
    return json(response, 403, new Problem(403, 'CSRF'));
  if (url.pathname === '/api/session') {
    if (request.method === 'DELETE')
      return json(response, 204, undefined, { 'Set-Cookie': 'KUNAN_SESSION=; Path=/; Max-Age=0' });
    if (request.method === 'GET')
      return logged
        ? json(response, 200, session(logged), csrf)
        : json(response, 401, new Problem(401, 'Not logged in'), csrf);
    if (body.password === 'wrong') return json(response, 401, new Problem(401, 'Wrong'));
    return json(response, 200, session(body.username), {
      'Set-Cookie': `KUNAN_SESSION=${body.username}; Path=/; HttpOnly; SameSite=Lax`,
    });
  }
  if (!logged && url.pathname !== '/api/about')
    return json(response, 401, new Problem(401, 'Not logged in'), csrf);
  if (state.failing && url.pathname.startsWith(state.failing))
    return json(response, 503, new Problem(503, '历史库 10 s 内没有应答'));
  if (url.pathname === '/api/live/events')
    return stream(response, () => ['status', plant.liveStatus()], 2000);
  if (url.pathname === '/api/live/stream')
    return stream(
      response,
      () => [
        'values',
        ids(url.searchParams).map(tag => [tag, Date.now(), plant.valueAt(tag, Date.now()), 0]),
      ],
      1000,
    );
  if (url.pathname.endsWith('/stream')) return stream(response, () => ['map', changedPots()], 1000);
  for (const [method, pattern, make] of ROUTES) {
    const match = method === request.method && pattern.exec(url.pathname);
    if (!match) continue;
    const result = make({
      query: url.searchParams,
      body,
      id: Number(match.groups?.id),
      verb: match.groups?.verb,
    });
    return result instanceof Problem
      ? json(response, result.status, result)
      : json(response, result === undefined ? 204 : 200, result, csrf);
  }
  return json(response, 404, new Problem(404, `No answer for ${request.method} ${url.pathname}`));
}

/** Starts on a port (0 = any free one); `failing` makes every answer below that path a 503. */
export async function startMockServer(port = 0, state = {}) {
  const server = createServer((request, response) => {
    answer(request, response, state).catch(error => json(response, 500, new Problem(500, String(error))));
  });
  await new Promise(resolve => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    state,
    close: () => server.closeAllConnections?.() ?? server.close(),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { url } = await startMockServer(Number(process.env.PORT ?? 8765));
  console.log(url);
}
