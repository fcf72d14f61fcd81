/** Answers for the pages of imports, assets and connections: files, templates, a server's tree. */
import { connections, imports } from './records.mjs';
import { tagOf } from './plant.mjs';

const ago = hours => new Date(Date.now() - hours * 36e5).toISOString();

const DETECTED = {
  separator: ';',
  encoding: 'UTF-8',
  decimalComma: true,
  header: true,
  skipLines: 0,
  timeColumn: '时间',
  timeFormat: 'yyyy-M-d H:mm',
  zone: 'Asia/Shanghai',
  timeTrouble: '',
};

const QUANTITIES = [
  ['2017.槽温 (°C)', '°C', i => (953 + Math.sin(i / 3)).toFixed(1)],
  ['2017.分子比', '', i => (2.42 - i / 900).toFixed(2)],
  ['2017.过剩 AlF₃ (%)', '%', i => (10.8 - i / 70).toFixed(2)],
  ['2017.铝水平 (cm)', 'cm', i => (21 + (i % 5) / 10).toFixed(1)],
  ['2017.电解质水平 (cm)', 'cm', i => (19.5 + (i % 4) / 10).toFixed(1)],
  ['2018.槽温 (°C)', '°C', i => (956 + Math.cos(i / 4)).toFixed(1)],
  ['2018.分子比', '', i => (2.39 + i / 800).toFixed(2)],
  ['2018.过剩 AlF₃ (%)', '%', i => (10.2 + i / 60).toFixed(2)],
];
const rows = Array.from({ length: 50 }, (_, i) => [
  `2026-11-${String(1 + Math.floor(i / 24)).padStart(2, '0')} ${String(i % 24).padStart(2, '0')}:00`,
  ...QUANTITIES.map(([, , make]) => make(i).replace('.', ',')),
  ['甲', '乙', '丙', '丁'][Math.floor(i / 8) % 4],
]);
rows[2][1] = '—';
const preview = {
  ...DETECTED,
  columns: [
    { name: '时间', kind: 'TIME', unit: '', sample: rows.slice(0, 3).map(row => row[0]) },
    ...QUANTITIES.map(([name, unit], at) => ({
      name,
      kind: 'NUMBER',
      unit,
      sample: rows.slice(0, 3).map(row => row[at + 1]),
    })),
    { name: '班次', kind: 'TEXT', unit: '', sample: ['甲', '乙', '丙', '丁'] },
  ],
  rows,
};

const repairs = Array.from({ length: 31 }, (_, i) => ({
  line: 97 + 96 * i,
  reason: `2026-10-${String(i + 1).padStart(2, '0')} 0:00 after 23:45 of the same date is read as 24:00`,
}));

const files = imports.map(one => ({
  message: '',
  ...one,
  preview,
  options: {},
  startedAt: one.state === 'PREVIEW' ? null : one.createdAt,
  mapping:
    one.state === 'PREVIEW'
      ? null
      : { ...DETECTED, columns: [244, 245, 246].map((tagId, i) => ({ column: QUANTITIES[i][0], tagId })) },
  report: one.report && { ...one.report, ambiguous: 0, repairs },
}));
files.push({
  ...files[0],
  id: 4,
  fileName: 'scada-export.csv',
  state: 'FAILED',
  message: 'scada-export.csv: the disk of the history is full; free space and start again',
  createdAt: ago(1400),
});

const find = id => files.find(one => one.id === id);
const brief = one => ({ ...one, preview: undefined, report: one.report && { ...one.report, rejects: [] } });

const trait = tag => ({
  quantity: tag.quantity,
  label: tag.label,
  unit: tag.unit,
  step: tag.step,
  limitLow: tag.limitLow,
  limitHigh: tag.limitHigh,
});
const template = {
  code: 'pot',
  name: { zh: '500 kA 电解槽', en: 'Pot, 500 kA' },
  tags: Array.from({ length: 12 }, (_, i) => tagOf(i + 1)).map(tag => ({
    suffix: tag.name.split('.').at(-1),
    traits: trait(tag),
  })),
};

export const routes = [
  ['GET', '/api/imports', () => files.map(brief)],
  ['POST', '/api/imports', () => files[0]],
  ['GET', '/api/imports/:id', ({ id }) => find(id)],
  [
    'PUT',
    '/api/imports/:id/options',
    ({ id, body }) =>
      Object.assign(find(id), { options: body, state: 'PREVIEW', preview: { ...preview, ...body } }),
  ],
  ['POST', '/api/imports/:id/:verb', ({ id }) => Object.assign(find(id), { state: 'DONE' })],
  ['DELETE', '/api/imports/:id', () => undefined],
  ['GET', '/api/templates', () => [template]],
  [
    'POST',
    '/api/assets/import',
    () => ({ created: 4, updated: 1, rejected: [{ line: 7, reason: 'unit: “parsec” is not known' }] }),
  ],
  [
    'POST',
    '/api/connections/:id/test',
    ({ id }) =>
      id === 1
        ? {
            ok: true,
            detail: 'session active, 4 812 nodes',
            serverName: 'Kunan virtual potline',
            certificate: {
              thumbprint: '3f:9a:11:c4:5e:07:b2:88:d1:6c:e0:42:9b:77:a5:13:fa:60:2d:c9',
              subject: 'CN=Kunan virtual potline',
              validFrom: '2026-11-01T00:00:00Z',
              validTo: '2031-11-01T00:00:00Z',
              trusted: true,
            },
          }
        : {
            ok: false,
            detail: `${connections[1].endpoint} does not answer within 5 s; check address and firewall`,
          },
  ],
];
