/** The rest of the invented answers: models, connections, imports, users, audit. */
import { noise } from './plant.mjs';

const HOUR = 3_600_000;
const iso = ms => new Date(ms).toISOString();
const ago = minutes => iso(Date.now() - minutes * 60_000);
const text = (zh, en) => ({ zh, en });

const version = (n, alias) => ({
  version: n,
  createdAt: ago((13 - n) * 10_000),
  trainedOn: {
    from: ago(60 * 24 * 40),
    to: ago(60 * 24 * 10),
    rows: 86_400,
    hash: `b1946ac92492d2347c6235b4d2611${n}84`,
  },
  codeVersion: '0.1.0',
  algorithm: 'physics + xgboost',
  metrics: {
    mae: 1.42 - n * 0.02,
    rmse: 1.9 - n * 0.02,
    r2: 0.81,
    coverage80: 0.797,
    skill: 0.2 + n * 0.012,
  },
  baselines: [
    { name: '末值', mae: 2.11, rmse: 2.9 },
    { name: '昨日同时', mae: 2.64, rmse: 3.4 },
  ],
  alias,
  seed: 7,
});

const summary = {
  id: 1,
  code: 'bath-temperature',
  name: text('槽温 24 h', 'Bath temperature 24 h'),
  assetId: 4,
  target: { label: text('槽温', 'Bath temperature'), unit: '°C' },
  horizonSeconds: 86_400,
  virtual: true,
  champion: 12,
  candidate: 13,
  status: 'ok',
  lastScoredAt: ago(1),
  currentSkill: 0.33,
};

export const models = [
  summary,
  {
    ...summary,
    id: 2,
    code: 'noise',
    name: text('噪声 8 h', 'Noise 8 h'),
    target: { label: text('噪声', 'Noise'), unit: 'mV' },
    champion: null,
    candidate: null,
    status: 'untrained',
    lastScoredAt: null,
    currentSkill: null,
  },
];

export const model = id => ({
  ...(models.find(one => one.id === id) ?? summary),
  versions: [version(13, 'candidate'), version(12, 'champion'), version(11, null)],
});

export function backtest() {
  const t = Array.from({ length: 400 }, (_, i) => Date.now() - (400 - i) * 1.5 * HOUR);
  const actual = t.map((_, i) => 951 + 5 * Math.sin(i / 30) + noise(1, i));
  const predicted = actual.map((v, i) => v + 0.9 * noise(2, i));
  return {
    t,
    actual,
    predicted,
    low: predicted.map(v => v - 1.8),
    high: predicted.map(v => v + 1.8),
    baseline: actual.map((_, i) => actual[Math.max(0, i - 16)]),
    baselineName: '末值',
    errors: { edges: [-4, -3, -2, -1, 0, 1, 2, 3, 4], counts: [4, 18, 52, 120, 126, 58, 17, 5] },
    importance: [
      { feature: 'temperature.lag24h', label: '24 h 前槽温', meanAbsShap: 1.42, unit: '°C' },
      { feature: 'alf3.sum48h', label: '48 h AlF₃ 剂量', meanAbsShap: 0.88, unit: '°C' },
      { feature: 'volts.mean24h', label: '24 h 平均电压', meanAbsShap: 0.61, unit: '°C' },
      { feature: 'anodeChange.hours', label: '距换极', meanAbsShap: 0.34, unit: '°C' },
    ],
  };
}

export const drift = () => ({
  features: [
    { feature: 'temperature.lag24h', psi: 0.04, ks: 0.06, state: 'ok' },
    { feature: 'alf3.sum48h', psi: 0.14, ks: 0.11, state: 'watch' },
    { feature: 'volts.mean24h', psi: 0.27, ks: 0.2, state: 'act' },
  ],
  residual: { cusum: 2.1, limit: 5, state: 'ok' },
  coverage80: 0.79,
  rows: 2016,
  at: ago(4),
});

export const gate = () => ({
  passed: false,
  checks: [
    { name: 'MAE 至少好 2 %', passed: true, detail: '1.16 < 1.18' },
    { name: '覆盖率 0.76–0.84', passed: true, detail: '0.797' },
    { name: '影子运行 ≥ 7 d', passed: false, detail: '3.2 d' },
  ],
});

export const modelLive = () => {
  const b = backtest();
  return {
    t: b.t,
    predicted: b.predicted,
    low: b.low,
    high: b.high,
    actual: b.actual,
    explanation: [{ feature: 'AlF₃', value: 38, contribution: 3.8 }],
    envelope: { inside: true, distance: 1.1, limit: 3 },
  };
};

export const connections = [
  {
    id: 1,
    name: '虚拟产线',
    kind: 'OPC_UA',
    endpoint: 'opc.tcp://127.0.0.1:48400/kunan',
    securityPolicy: 'Basic256Sha256',
    username: 'kunan',
    enabled: true,
    desired: 'RUNNING',
    actual: 'RUNNING',
    detail: '会话正常，1 个订阅',
    tags: 4800,
    staleTags: 3,
    rate: 4798,
    newestAgeSeconds: 0.8,
    ageP99Seconds: 1.2,
    received: 41_472_000,
    lost: 0,
    rejected: 0,
    buffered: 0,
    lastError: 'Bad_ConnectionClosed',
    lastErrorAt: ago(190),
    reconnects: 1,
  },
  {
    id: 2,
    name: '化验室',
    kind: 'OPC_UA',
    endpoint: 'opc.tcp://10.2.0.11:4840',
    securityPolicy: 'None',
    username: null,
    enabled: true,
    desired: 'RUNNING',
    actual: 'RETRYING',
    detail: '12 s 后重试',
    tags: 24,
    staleTags: 24,
    rate: 0,
    newestAgeSeconds: 5400,
    ageP99Seconds: null,
    received: 1200,
    lost: 0,
    rejected: 0,
    buffered: 0,
    lastError: 'Bad_Timeout',
    lastErrorAt: ago(0.2),
    reconnects: 14,
  },
  {
    id: 3,
    name: '环保站',
    kind: 'MQTT',
    endpoint: 'mqtts://10.2.0.20:8883',
    securityPolicy: 'TLS',
    username: 'kunan',
    mqtt: {
      version: 5,
      clientId: 'kunan-7f21c0aa',
      sessionHours: 24,
      qos: 1,
      mappings: [
        {
          topic: 'stack/{unit}/telemetry',
          value: '/values/{signal}',
          time: '/ts',
          timeFormat: 'EPOCH_MS',
          qualityFormat: 'WORD',
          name: '{unit}.{signal}',
        },
      ],
    },
    enabled: true,
    desired: 'RUNNING',
    actual: 'RUNNING',
    detail: '18 of 18 tags heard',
    tags: 18,
    staleTags: 0,
    rate: 18,
    newestAgeSeconds: 0.6,
    ageP99Seconds: 1.1,
    received: 96_000,
    lost: 0,
    rejected: 2,
    buffered: 0,
    reconnects: 0,
  },
];

export const rejected = {
  total: 2,
  items: [
    {
      time: ago(0.3),
      topic: 'stack/S2/telemetry',
      reason: 'S2.SO2: the payload has no time',
      excerpt: '{"values":{"SO2":31.2}}',
    },
    {
      time: ago(5),
      topic: 'stack/S1/telemetry',
      reason: 'the payload is no JSON: Unexpected end-of-input',
      excerpt: '{"ts":17636',
    },
  ],
};

export const heard = node =>
  node
    ? ['SO2', 'NOX', 'DUST'].map((name, i) => ({
        nodeId: `S1.${name}`,
        browseName: name,
        displayName: name,
        kind: 'VARIABLE',
        dataType: 'Number',
        hasChildren: false,
        tagId: i === 0 ? 7 : null,
        sample: String(31.2 - 9 * i),
      }))
    : [
        {
          nodeId: 'folder:S1',
          browseName: 'S1',
          displayName: 'S1',
          kind: 'FOLDER',
          hasChildren: true,
        },
      ];

export const browse = node =>
  node
    ? [
        {
          nodeId: `${node}.V`,
          browseName: 'V',
          displayName: '槽电压',
          kind: 'VARIABLE',
          dataType: 'Double',
          unit: 'V',
          hasChildren: false,
          tagId: 1,
        },
        {
          nodeId: `${node}.NOISE`,
          browseName: 'NOISE',
          displayName: '噪声',
          kind: 'VARIABLE',
          dataType: 'Double',
          unit: 'mV',
          hasChildren: false,
          tagId: null,
        },
      ]
    : [2001, 2002, 2003].map(n => ({
        nodeId: `ns=2;s=L2.${n}`,
        browseName: String(n),
        displayName: `${n}#`,
        kind: 'FOLDER',
        hasChildren: true,
      }));

export const connectionTags = tagOf => ({
  items: Array.from({ length: 50 }, (_, i) => ({
    tagId: i + 1,
    name: tagOf(i + 1).name,
    nodeId: `ns=2;s=${tagOf(i + 1).name}`,
    lastTime: ago(0.02),
    ageSeconds: i === 4 ? 940 : 0.9,
    quality: i === 4 ? 0x4090 : 0,
    stale: i === 4,
  })),
  total: 4800,
});

const preview = {
  separator: ';',
  encoding: 'UTF-8',
  timeColumn: '时间',
  timeFormat: 'yyyy-MM-dd HH:mm',
  zone: 'Asia/Shanghai',
  columns: [
    { name: '时间', kind: 'TIME', sample: ['2026-11-01 00:00', '2026-11-01 00:15'] },
    { name: '2017.槽温', kind: 'NUMBER', sample: ['953,1', '953,4'] },
    { name: '2017.分子比', kind: 'NUMBER', sample: ['2,42', '2,41'] },
    { name: '班次', kind: 'TEXT', sample: ['甲', '甲'] },
  ],
  rows: [
    ['2026-11-01 00:00', '953,1', '2,42', '甲'],
    ['2026-11-01 00:15', '953,4', '2,41', '甲'],
    ['2026-11-01 00:30', '—', '2,41', '甲'],
  ],
};

export const imports = [
  {
    id: 3,
    fileName: 'lab-2026-11.csv',
    bytes: 184_320,
    state: 'PREVIEW',
    createdAt: ago(2),
    by: '王工',
    preview,
  },
  {
    id: 2,
    fileName: 'history-2026-10.csv.gz',
    bytes: 48_234_112,
    state: 'RUNNING',
    createdAt: ago(4),
    by: '王工',
    preview,
    jobId: 7,
  },
  {
    id: 1,
    fileName: 'lab-2026-10.csv',
    bytes: 182_000,
    state: 'DONE',
    createdAt: ago(900),
    by: '王工',
    preview,
    report: {
      rows: 2976,
      points: 5940,
      rejected: 4,
      repaired: 31,
      from: '2026-10-01T00:00:00Z',
      to: '2026-10-31T23:45:00Z',
      seconds: 0.4,
      rejects: [
        { line: 118, reason: '第 2 列“n/a”不是数' },
        { line: 342, reason: '时间倒退：2026-10-04 11:15 在 2026-10-04 11:30 之后' },
        { line: 1204, reason: '缺少第 3 列' },
        { line: 2011, reason: '时间不存在（夏令时）' },
      ],
    },
  },
];

export const jobs = [
  {
    id: 7,
    kind: 'import',
    title: 'history-2026-10.csv.gz',
    state: 'running',
    done: 6_200_000,
    total: 14_000_000,
    message: '6.2 / 14.0 M',
    startedAt: ago(4),
  },
];

export const users = [
  {
    id: 1,
    username: 'admin',
    displayName: '管理员',
    roles: ['ADMIN'],
    sites: [],
    enabled: true,
    lastLogin: ago(1),
  },
  {
    id: 2,
    username: 'wang',
    displayName: '王工',
    roles: ['ENGINEER'],
    sites: [3],
    enabled: true,
    lastLogin: ago(44),
  },
  {
    id: 3,
    username: 'li',
    displayName: '李班长',
    roles: ['OPERATOR'],
    sites: [3],
    enabled: true,
    lastLogin: ago(310),
  },
  {
    id: 4,
    username: 'guest',
    displayName: '参观',
    roles: ['VIEWER'],
    sites: [3],
    enabled: false,
    lastLogin: null,
  },
];

export const audit = {
  items: Array.from({ length: 40 }, (_, i) => ({
    seq: 812 - i,
    at: ago(i * 7),
    actor: ['admin', 'wang', 'li'][i % 3],
    action: ['LOGIN', 'ADVICE_ACCEPT', 'ALARM_ACKNOWLEDGE', 'TAG_UPDATE'][i % 4],
    object: `advice/${i}`,
    detail: '—',
    hash: `9f86d081884c7d65${i}`,
  })),
  total: 812,
};

export const licences = [
  { name: 'org.springframework.boot:spring-boot', version: '4.0.6', licence: 'Apache-2.0' },
  { name: 'org.postgresql:postgresql', version: '42.7.11', licence: 'BSD-2-Clause' },
  { name: 'org.eclipse.milo:milo-sdk-client', version: '1.1.1', licence: 'EPL-2.0' },
  { name: 'echarts', version: '6.1.0', licence: 'Apache-2.0' },
];

export const about = {
  name: 'Kunan',
  version: '0.1.0',
  commit: '2952c94',
  java: '25.0.1',
  mode: 'demo',
  licences: [
    ['Spring Boot', '4.1.1', 'Apache-2.0'],
    ['DuckDB', '1.5.5.0', 'MIT'],
    ['XGBoost4J', '2.1.4', 'Apache-2.0'],
    ['React', '19.3.1', 'MIT'],
    ['ECharts', '6.1.0', 'Apache-2.0'],
    ['Milo', '1.1.2', 'EPL-2.0'],
  ].map(([name, version, licence]) => ({ name, version, licence })),
};
