/** Calculations and rules of the invented plant. */
import * as plant from './plant.mjs';

const state = (stand, more) => ({
  stand,
  lagSeconds: stand === 'OFF' ? undefined : 2.4,
  pointsIn: stand === 'OFF' ? 0 : 184_320,
  pointsOut: 0,
  late: 0,
  firings: 0,
  holding: 0,
  catchingUp: false,
  places: stand === 'OFF' ? 0 : 1,
  ...more,
});

const named = plant.tagsOf({ subtree: true, query: '', size: 4 }).items;
const first = named[0]?.name ?? 'L2.P001.V';

const job = (id, kind, mode, name, definition, now) => ({
  id,
  assetId: named[0]?.assetId ?? 1,
  kind,
  version: 1,
  mode,
  name,
  definition: { kind, ...definition },
  changedAt: new Date(Date.now() - 86_400_000).toISOString(),
  changedBy: 'engineer',
  state: now,
});

export const jobs = [
  job(
    1,
    'calculation',
    'ON',
    { zh: '槽电阻', en: 'Pot resistance' },
    { inputs: { x: first }, expression: 'x * 2', output: { tag: `${first}.R`, unit: 'V' }, lateness: '2s' },
    state('RUNNING', {
      pointsOut: 184_318,
      lastOutput: new Date(Date.now() - 3_000).toISOString(),
      places: 20,
    }),
  ),
  job(
    2,
    'rule',
    'ON',
    { zh: '电压持续偏高', en: 'Voltage stays high' },
    {
      inputs: { x: first },
      value: "avg(x, '10m')",
      above: 4.3,
      hysteresis: 0.05,
      delay: '10m',
      priority: 3,
      title: { zh: '槽电压持续偏高', en: 'Pot voltage stays high' },
      lateness: '2s',
    },
    state('RUNNING', { firings: 14, holding: 1, lastFiring: new Date(Date.now() - 3_600_000).toISOString() }),
  ),
  job(
    3,
    'window',
    'DRY_RUN',
    { zh: '小时电耗', en: 'Energy per hour' },
    {
      inputs: { x: first },
      expression: 'x',
      window: { kind: 'tumbling', length: '1h' },
      outputs: { integral: { tag: `${first}.E`, unit: '' } },
    },
    state('FAILED', { problem: 'job 3, inputs, x: tag “L2.P007.E” is not known; name a tag that is there' }),
  ),
  job(
    4,
    'state-machine',
    'OFF',
    { zh: '换极', en: 'Anode change' },
    {
      inputs: { x: first },
      event: 'CHANGE',
      states: ['idle', 'busy'],
      transitions: [{ from: 'idle', to: 'busy', when: 'x > 5', delay: '5s' }],
    },
    state('OFF'),
  ),
];

/** A fault where a test plants one: an expression that names what is no input. */
const fault = definition =>
  String(definition.expression ?? definition.value ?? '').includes('nope')
    ? {
        field: definition.value ? 'value' : 'expression',
        where: 'value, line 1 column 5',
        found: '“x + nope”: undeclared reference to “nope”',
        remedy: 'use numbers, inputs and the functions of docs/streams.md',
      }
    : undefined;

function trial({ definition, from, to }) {
  const rule = definition.kind === 'rule' || definition.kind === 'state-machine';
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const at = share => new Date(start + (end - start) * share).toISOString();
  const times = Array.from({ length: 200 }, (_, i) => start + ((end - start) * i) / 200);
  return {
    from,
    to,
    whole: true,
    points: 604_800,
    fired: rule ? 14 : 0,
    activeSeconds: rule ? 11_520 : 0,
    longestSeconds: rule ? 2_400 : undefined,
    periods: rule
      ? Array.from({ length: 14 }, (_, i) => ({
          asset: '',
          assetId: 1,
          tagId: named[0]?.id ?? 1,
          start: at((i + 0.3) / 14),
          end: at((i + 0.45) / 14),
          attributes: { peak: 4.35 + i / 100 },
        }))
      : [],
    curves: rule
      ? []
      : [
          {
            tag: 'L2.P001.R',
            unit: 'µΩ',
            times,
            values: times.map((_, i) => 5 + Math.sin(i / 12) / 10),
            points: 604_800,
            unknown: 12,
          },
        ],
  };
}

const place = { asset: '', assetId: 1, tagIds: [named[0]?.id ?? 1] };

export const routes = [
  ['GET', '/api/streams', () => jobs],
  ['GET', '/api/streams/:id', ({ id }) => jobs.find(one => one.id === id)],
  [
    'POST',
    '/api/streams/check',
    ({ body }) => {
      const found = fault(body.definition);
      return { fault: found, places: found ? [] : [place] };
    },
  ],
  ['POST', '/api/streams/trial', ({ body }) => trial(body)],
  ['POST', '/api/streams', ({ body }) => ({ ...jobs[0], ...body, id: 1 })],
  [
    'PUT',
    '/api/streams/:id/mode',
    ({ id, body }) => Object.assign(jobs.find(one => one.id === id) ?? {}, { mode: body.mode }),
  ],
  ['PUT', '/api/streams/:id', ({ id, body }) => ({ ...jobs.find(one => one.id === id), ...body, id })],
  ['DELETE', '/api/streams/:id', () => undefined],
];
