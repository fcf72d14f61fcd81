/**
 * An invented plant for pictures and browser tests of the console alone. It answers in the form of the contract and
 * stands nowhere near the product: nothing under src imports it.
 */
const HOUR = 3_600_000;
export const NOW = () => Date.now();
const iso = ms => new Date(ms).toISOString();
const text = (zh, en) => ({ zh, en });

/** Repeatable noise between -1 and 1 from two numbers. */
export function noise(a, b) {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b ^ 0xc2b2ae35, 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h ^= h >>> 13;
  return ((h >>> 0) / 4294967296) * 2 - 1;
}

const smooth = (seed, x) => {
  const i = Math.floor(x);
  const f = x - i;
  const w = f * f * (3 - 2 * f);
  return noise(seed, i) * (1 - w) + noise(seed, i + 1) * w;
};

export const assets = [
  { id: 1, kind: 'GROUP', code: 'GRP', name: text('坤安有色', 'Kunan Metals'), attributes: {} },
  {
    id: 2,
    parentId: 1,
    kind: 'COMPANY',
    code: 'AL',
    name: text('云岭铝业', 'Yunling Aluminium'),
    attributes: {},
  },
  {
    id: 3,
    parentId: 2,
    kind: 'PLANT',
    code: 'YL',
    name: text('电解厂', 'Smelter'),
    zone: 'Asia/Shanghai',
    attributes: {},
  },
  { id: 4, parentId: 3, kind: 'LINE', code: 'L2', name: text('二系列', 'Potline 2'), attributes: {} },
];
for (let i = 0; i < 300; i++) {
  const number = 2001 + i;
  assets.push({
    id: 100 + i,
    parentId: 4,
    kind: 'EQUIPMENT',
    code: String(number),
    name: text(`${number}#`, `Pot ${number}`),
    template: 'pot',
    position: { row: Math.floor(i / 50), column: i % 50 },
    attributes: {},
  });
}

const QUANTITIES = [
  ['V', 'potVoltage', '槽电压', 'Pot voltage', '电气', 'Electrical', 'V', 3.9, 3.98, 3.94, 0.02, 1, false],
  ['NOISE', 'noise', '噪声', 'Noise', '电气', 'Electrical', 'mV', null, 20, 14, 5, 1, false],
  [
    'I',
    'lineCurrent',
    '系列电流',
    'Line current',
    '电气',
    'Electrical',
    'kA',
    495,
    505,
    500.3,
    0.8,
    1,
    false,
  ],
  [
    'T',
    'bathTemperature',
    '槽温',
    'Bath temperature',
    '温度与成分',
    'Temperature and bath',
    '°C',
    945,
    957,
    955,
    5,
    60,
    false,
  ],
  [
    'XS',
    'excessAluminiumFluoride',
    '过剩 AlF₃',
    'Excess AlF₃',
    '温度与成分',
    'Temperature and bath',
    '%',
    10,
    12,
    10.4,
    0.9,
    3600,
    false,
  ],
  [
    'SH',
    'superheat',
    '过热度',
    'Superheat',
    '温度与成分',
    'Temperature and bath',
    '°C',
    8,
    12,
    10,
    2,
    60,
    false,
  ],
  ['FE', 'iron', '铁', 'Iron', '温度与成分', 'Temperature and bath', 'ppm', null, 1200, 820, 90, 3600, true],
  [
    'ALF3',
    'aluminiumFluorideDose',
    'AlF₃ 剂量',
    'AlF₃ dose',
    '加料',
    'Feeding',
    'kg/d',
    0,
    75,
    40,
    8,
    3600,
    true,
  ],
  [
    'FEED',
    'aluminaFeed',
    '氧化铝加料',
    'Alumina feed',
    '加料',
    'Feeding',
    'kg/h',
    179,
    477,
    298,
    40,
    60,
    false,
  ],
  ['HOPPER', 'hopperLevel', '料箱料位', 'Hopper level', '加料', 'Feeding', '%', 15, 95, 60, 25, 60, false],
  [
    'ML',
    'metalLevel',
    '铝水平',
    'Metal level',
    '液位与出铝',
    'Levels and tapping',
    'cm',
    22,
    26,
    24,
    1,
    3600,
    true,
  ],
  [
    'BL',
    'bathLevel',
    '电解质水平',
    'Bath level',
    '液位与出铝',
    'Levels and tapping',
    'cm',
    17,
    21,
    19,
    1,
    3600,
    true,
  ],
  [
    'TAP',
    'tappedMass',
    '出铝量',
    'Tapped mass',
    '液位与出铝',
    'Levels and tapping',
    'kg',
    3500,
    4000,
    3790,
    90,
    3600,
    true,
  ],
  [
    'ANODE',
    'anodeCurrentSpread',
    '阳极电流偏差',
    'Anode current spread',
    '阳极',
    'Anodes',
    '%',
    null,
    12,
    7,
    3,
    60,
    false,
  ],
  ['AE', 'anodeEffect', '阳极效应', 'Anode effect', '状态', 'State', '', null, null, 0, 0, 1, true],
  ['MODE', 'controlMode', '控制方式', 'Control mode', '状态', 'State', '', null, null, 1, 0, 1, true],
];

const TAGS_PER_POT = QUANTITIES.length;
export const tagCount = 300 * TAGS_PER_POT;

export function tagOf(id) {
  const pot = Math.floor((id - 1) / TAGS_PER_POT);
  const q = QUANTITIES[(id - 1) % TAGS_PER_POT];
  if (!q || pot < 0 || pot >= 300) return null;
  const [code, quantity, zh, en, gzh, gen, unit, low, high, , , period, step] = q;
  return {
    id,
    name: `L2.${2001 + pot}.${code}`,
    assetId: 100 + pot,
    quantity,
    label: text(zh, en),
    group: text(gzh, gen),
    unit,
    limitLow: low,
    limitHigh: high,
    step,
    retentionClass: 'raw',
    expectedPeriodSeconds: period,
    virtual: true,
  };
}

export function tagsOf({ assetId, subtree, query = '', page = 0, size = 50 }) {
  const words = query.toLowerCase();
  const found = [];
  for (let id = 1; id <= tagCount; id++) {
    const tag = tagOf(id);
    const inside = !assetId || tag.assetId === assetId || (subtree && assetId < 100);
    if (inside && `${tag.name} ${tag.label.zh} ${tag.label.en} ${tag.quantity}`.toLowerCase().includes(words))
      found.push(tag);
  }
  return { items: found.slice(page * size, page * size + size), total: found.length };
}

const disturbance = { start: -3.2 * 24 * HOUR, hours: 30 };

/** Value of a tag at an instant: slow wander, noise, and one disturbance on pot 2017. */
export function valueAt(id, ms) {
  const q = QUANTITIES[(id - 1) % TAGS_PER_POT];
  const pot = Math.floor((id - 1) / TAGS_PER_POT);
  const [code, , , , , , , , , mean, spread] = q;
  const hours = ms / HOUR;
  const seed = id * 31;
  const wander =
    0.6 * smooth(seed, hours / 30) + 0.25 * smooth(seed + 1, hours / 5) + 0.15 * smooth(seed + 2, hours * 2);
  let v = mean + spread * wander + spread * 0.12 * noise(seed, Math.floor(ms / 1000));
  const since = (ms - (NOW() + disturbance.start)) / HOUR;
  if (pot === 16 && since > 0) {
    const grown = 1 - Math.exp(-since / disturbance.hours);
    if (code === 'T') v += 6.5 * grown;
    if (code === 'XS') v -= 1.4 * grown;
    if (code === 'NOISE') v += 16 * Math.exp(-since / 6);
    if (code === 'V') v += 0.03 * Math.exp(-since / 5);
  }
  if (code === 'AE' || code === 'MODE') return mean;
  if (q[12]) v = Math.round(v / (spread / 4)) * (spread / 4);
  return code === 'NOISE' ? Math.max(4, v) : v;
}

/** Bad quality for three hours, fifteen hours ago, on voltages. */
const isBad = (id, ms) => {
  const ago = (NOW() - ms) / HOUR;
  return (id - 1) % TAGS_PER_POT === 0 && ago > 12 && ago < 15;
};

export function plot({ tags, from, to, pixels }) {
  const a = Date.parse(from);
  const b = Math.min(Date.parse(to), NOW());
  const whole = Date.parse(to) - a;
  const series = tags.map(tag => {
    const period = tagOf(tag)?.expectedPeriodSeconds ?? 60;
    const step = Math.max(period * 1000, whole / Math.max(100, pixels) / 2);
    const t = [];
    const v = [];
    for (let ms = Math.ceil(a / step) * step; ms <= b; ms += step) {
      t.push(ms);
      v.push(isBad(tag, ms) ? null : valueAt(tag, ms));
    }
    return { tag, t, v };
  });
  const scanned = tags.reduce(
    (sum, tag) => sum + whole / 1000 / (tagOf(tag)?.expectedPeriodSeconds ?? 60),
    0,
  );
  return {
    from,
    to,
    series,
    scanned: Math.round(scanned),
    returned: series.reduce((s, one) => s + one.t.length, 0),
    millis: 38,
  };
}

export function statistics({ tags, from, to }) {
  return plot({ tags, from, to, pixels: 500 }).series.map(one => {
    const good = one.v.filter(v => v !== null);
    const sum = good.reduce((s, v) => s + v, 0);
    return {
      tag: one.tag,
      count: good.length,
      min: good.length ? Math.min(...good) : null,
      max: good.length ? Math.max(...good) : null,
      mean: good.length ? sum / good.length : null,
      first: good[0] ?? null,
      last: good.at(-1) ?? null,
      goodShare: one.v.length ? good.length / one.v.length : 0,
    };
  });
}

export function at({ tags, at: instant }) {
  const ms = Math.min(Date.parse(instant), NOW());
  return tags.map(tag => {
    const period = (tagOf(tag)?.expectedPeriodSeconds ?? 60) * 1000;
    const time = Math.floor(ms / period) * period;
    const quality = (tag - 1) % TAGS_PER_POT === 4 ? 0x4090 : isBad(tag, ms) ? 0x8000 : 0;
    return {
      tag,
      time: iso(time),
      value: quality >= 0x8000 ? null : valueAt(tag, time),
      quality,
      ageSeconds: (ms - time) / 1000,
    };
  });
}

const minutesAgo = minutes => iso(NOW() - minutes * 60_000);

export const eventTypes = [
  { code: 'ANODE_CHANGE', zh: '换极', en: 'Anode change' },
  { code: 'TAP', zh: '出铝', en: 'Tap' },
  { code: 'ANODE_EFFECT', zh: '阳极效应', en: 'Anode effect' },
  { code: 'FEEDER_FAULT', zh: '加料故障', en: 'Feeder fault' },
];

export function events({ assetId, type, from, to }) {
  const all = [];
  for (let i = 0; i < 60; i++) {
    const kind = eventTypes[i % 4];
    const start = NOW() - (i * 2.9 + 1.3) * HOUR;
    const pot = i % 3 === 0 ? 116 : 100 + ((i * 37) % 300);
    const word = kind.code === 'ANODE_CHANGE' ? `A${(i % 24) + 1}` : kind.code === 'TAP' ? '3 790 kg' : '';
    all.push({
      id: i + 1,
      assetId: pot,
      type: kind.code,
      start: iso(start),
      end:
        kind.code === 'ANODE_EFFECT'
          ? iso(start + 150_000)
          : iso(start + (kind.code === 'TAP' ? 0.3 : 3) * HOUR),
      attributes: word ? { detail: word } : {},
      title: text(`${kind.zh} ${word}`.trim(), `${kind.en} ${word}`.trim()),
    });
  }
  const items = all.filter(
    e =>
      (!assetId || assetId < 100 || e.assetId === assetId) &&
      (!type || e.type === type) &&
      (!from || Date.parse(e.end ?? e.start) >= Date.parse(from)) &&
      (!to || Date.parse(e.start) < Date.parse(to)),
  );
  return { items, total: items.length };
}

const ALARM_TEXT = [
  [
    '槽温高',
    'Bath temperature high',
    '961.2 °C，限 957 °C',
    '961.2 °C, limit 957 °C',
    961.2,
    957,
    '°C',
    'LIMIT_HIGH',
    4,
  ],
  ['噪声高', 'Noise high', '46 mV，限 20 mV', '46 mV, limit 20 mV', 46, 20, 'mV', 'LIMIT_HIGH', 2],
  ['过剩 AlF₃ 低', 'Excess AlF₃ low', '8.9 %，限 10 %', '8.9 %, limit 10 %', 8.9, 10, '%', 'LIMIT_LOW', 5],
  ['数据陈旧', 'Data stale', '12 min 没有新值', 'No new value for 12 min', 12, 5, 'min', 'STALE', 1],
];

export const alarms = Array.from({ length: 41 }, (_, i) => {
  const [zh, en, dzh, den, value, limit, unit, kind, q] = ALARM_TEXT[i % 4];
  const pot = i === 0 ? 16 : (i * 53) % 300;
  const state =
    i % 7 === 3
      ? 'ACTIVE_ACKED'
      : i % 11 === 5
        ? 'CLEARED_UNACKED'
        : i % 13 === 6
          ? 'SHELVED'
          : 'ACTIVE_UNACKED';
  return {
    id: i + 1,
    ruleId: (i % 4) + 1,
    assetId: 100 + pot,
    tagId: pot * TAGS_PER_POT + q,
    priority: i < 3 ? 1 : i < 14 ? 2 : 3,
    state,
    title: text(zh, en),
    detail: text(dzh, den),
    kind,
    value,
    limit,
    unit,
    raisedAt: minutesAgo(6 + i * 23),
    acknowledgedBy: state === 'ACTIVE_ACKED' ? '李班长' : null,
    acknowledgedAt: state === 'ACTIVE_ACKED' ? minutesAgo(5 + i * 11) : null,
    shelvedUntil: state === 'SHELVED' ? minutesAgo(-60) : null,
    shelvedBy: state === 'SHELVED' ? '李班长' : null,
    shelveReason: state === 'SHELVED' ? '热电偶待更换' : null,
  };
});

export const counts = () => {
  const open = alarms.filter(a => a.state.startsWith('ACTIVE') || a.state === 'CLEARED_UNACKED');
  const of = p => open.filter(a => a.priority === p).length;
  return { p1: of(1), p2: of(2), p3: of(3) };
};

export const rules = ALARM_TEXT.map(([zh, en, , , , limit, , kind], i) => ({
  id: i + 1,
  quantity: QUANTITIES[i][1],
  kind,
  priority: Math.min(3, i + 1),
  limit,
  deadband: 2,
  delaySeconds: 60,
  enabled: i !== 3,
  title: text(zh, en),
  cause: text('氟化铝欠量或换极集中', 'AlF₃ short or clustered anode changes'),
  consequence: text('电流效率下降', 'Current efficiency falls'),
  action: text('看槽页的建议', 'See the advice on the pot page'),
}));

export const advice = Array.from({ length: 37 }, (_, i) => {
  const pot = i === 0 ? 16 : (i * 41 + 7) % 300;
  const temperature = i % 3 !== 1;
  const rise = temperature ? 12 - (i % 8) : 15 - (i % 6);
  const money = Math.round((610 * Math.exp(-i / 14)) / 10) * 10;
  const hours = 24 + (i % 5) * 12;
  return {
    id: i + 1,
    assetId: 100 + pot,
    kind: temperature ? 'ALF3_DOSE' : 'VOLTAGE_SETPOINT',
    title: temperature ? text('AlF₃ 剂量', 'AlF₃ dose') : text('设定电压', 'Voltage set-point'),
    from: temperature ? 38 : 3940,
    to: temperature ? 38 + rise : 3940 + rise,
    unit: temperature ? 'kg/d' : 'mV',
    reason: temperature
      ? text(
          '槽温高于目标 6 °C 已 3 天，过剩 AlF₃ 偏低 1.6 点，在途剂量仅 9 kg。',
          'Bath temperature 6 °C above target for 3 days, excess AlF₃ 1.6 points low, only 9 kg under way.',
        )
      : text('噪声 46 mV 持续 4 h，B7 阳极电流偏大。', 'Noise 46 mV for 4 h, current of anode B7 high.'),
    expected: temperature
      ? {
          quantity: text('槽温', 'Bath temp.'),
          change: -4.6 + i * 0.05,
          low: -6.9,
          high: -2.2,
          unit: '°C',
          horizonHours: hours,
        }
      : {
          quantity: text('噪声', 'Noise'),
          change: -18 + i * 0.2,
          low: -26,
          high: -9,
          unit: 'mV',
          horizonHours: 8,
        },
    money: { perDay: money, plusMinus: Math.round(money / 3 / 10) * 10, currency: 'CNY' },
    guards: [
      { name: text('日变化', 'Daily change'), passed: true, detail: '12 ≤ 20 kg/d' },
      { name: text('输入新鲜', 'Fresh inputs'), passed: true, detail: '6.4 h ≤ 24 h' },
      { name: text('训练范围', 'Training range'), passed: i % 9 !== 4, detail: '1.1 ≤ 3.0' },
    ],
    wouldChange: text(
      '15:00 化验过剩 AlF₃ > 10.6 % 则降为 +6 kg',
      'Excess AlF₃ above 10.6 % at 15:00 lowers it to +6 kg',
    ),
    priority: i < 2 ? 1 : i < 9 ? 2 : 3,
    risk: i % 4 === 1 ? 'medium' : 'low',
    state: i < 30 ? 'PROPOSED' : ['ACCEPTED', 'REJECTED', 'EXPIRED'][i % 3],
    createdAt: minutesAgo(12 + i * 3),
    expiresAt: minutesAgo(-28 - i * 17),
    decidedBy: i < 30 ? null : '王工',
    decidedAt: i < 30 ? null : minutesAgo(30),
    decisionReason: i >= 30 && i % 3 === 1 ? '槽帮刚修补，先观察一班' : null,
    inputs: [
      {
        label: text('槽温', 'Bath temperature'),
        tagId: pot * TAGS_PER_POT + 4,
        value: 961.2,
        unit: '°C',
        at: minutesAgo(384),
        quality: 0,
      },
      {
        label: text('过剩 AlF₃', 'Excess AlF₃'),
        tagId: pot * TAGS_PER_POT + 5,
        value: 8.9,
        unit: '%',
        at: minutesAgo(462),
        quality: 0x4090,
      },
    ],
    model: { id: 1, version: 12, label: 'bath-temperature v12' },
    virtual: true,
  };
});

/** What was measured of earlier advice: each verdict once, by the crew of the virtual plant and by people. */
const OUTCOMES = [
  ['HELPED', -3.6, [-5.8, -1.4], true],
  ['UNCLEAR', -0.9, [-3.1, 1.3], false],
  ['OPPOSITE', 2.8, [0.6, 5.0], false],
  ['NOT_CARRIED_OUT', null, [], null],
  ['NOT_MEASURABLE', null, [], null],
];
const WORDS = {
  HELPED: text('与预期同向，超出偶然', 'the way expected, beyond chance'),
  UNCLEAR: text('与偶然波动无法区分', 'not to be told from chance'),
  OPPOSITE: text('与预期相反，超出偶然', 'against what was expected, beyond chance'),
  NOT_CARRIED_OUT: text(
    '剂量变化 +1 kg/d，未按建议执行，无法评价',
    'the dose moved by +1 kg/d, not as advised',
  ),
  NOT_MEASURABLE: text('缺少测量值，无法评价', 'values are missing'),
};

const outcomeOf = ([verdict, effect, [low, high], inExpectedBand], from) => ({
  from,
  to: iso(Date.parse(from) + 60 * 3_600_000),
  before: effect === null ? null : 963.1,
  after: effect === null ? null : 962.3 + effect,
  settingAfter: verdict === 'NOT_CARRIED_OUT' ? 39 : 50,
  peers: 24,
  peersChange: effect === null ? null : -0.8,
  effect,
  low: low ?? null,
  high: high ?? null,
  unit: '°C',
  inExpectedBand,
  verdict,
  reason: WORDS[verdict],
});

const evaluated = OUTCOMES.map((outcome, i) => {
  const decidedAt = minutesAgo((5 + i) * 1440);
  return {
    ...advice[0],
    id: 100 + i,
    state: 'EVALUATED',
    createdAt: minutesAgo((5 + i) * 1440 + 40),
    decidedAt,
    decidedBy: i % 2 ? '王工' : 'virtual crew · 虚拟班组',
    decisionReason: i % 2 ? '' : 'seen in the dose that was given · 由实际剂量得知',
    replayed: i % 2 === 0,
    evaluatedAt: minutesAgo((2 + i) * 1440),
    outcome: outcomeOf(outcome, decidedAt),
  };
});

const results = evaluated.map(one => ({
  assetId: one.assetId,
  adviceId: one.id,
  date: one.decidedAt.slice(0, 10),
  advice: `AlF₃ 剂量 ${one.from} → ${one.to} kg/d`,
  expected: one.expected.change,
  measured: one.outcome.effect,
  unit: '°C',
  inside: one.outcome.inExpectedBand === true,
  outcome: one.outcome,
  replayed: one.replayed,
  virtual: true,
}));

export const allAdvice = [...advice, ...evaluated];

export const scores = [
  {
    kind: 'ALF3_DOSE',
    quantity: text('槽温', 'Bath temp.'),
    unit: '°C',
    evaluated: 5,
    helped: 1,
    unclear: 1,
    opposite: 1,
    notCarriedOut: 1,
    notMeasurable: 1,
    effects: 3,
    meanExpected: -4.6,
    meanEffect: -0.57,
    low: -2.95,
    high: 1.82,
    replayed: 3,
    virtual: true,
  },
];

const figure = (code, zh, en, value, unit, nzh, nen, link) => ({
  code,
  label: text(zh, en),
  value,
  unit,
  note: text(nzh, nen),
  link,
});

export function overview() {
  const c = counts();
  return {
    sentence: text('300 台槽中 20 台异常；37 条建议待处理', '20 of 300 pots are abnormal; 37 advice waiting'),
    figures: [
      figure(
        'alarms',
        '未清报警',
        'Open alarms',
        c.p1 + c.p2 + c.p3,
        '',
        `紧急 ${c.p1} · 高 ${c.p2}`,
        `critical ${c.p1} · high ${c.p2}`,
        '/alarms',
      ),
      figure('abnormalPots', '异常槽', 'Abnormal pots', 20, '', '共 300 台', 'of 300', '/potline'),
      figure(
        'advice',
        '待处理建议',
        'Advice waiting',
        30,
        '条',
        '合计 ¥ 8 120 /日',
        '¥ 8,120 /d together',
        '/advice',
      ),
      figure(
        'temperature',
        '平均槽温',
        'Mean bath temperature',
        956.4,
        '°C',
        '目标 951 · 945–957',
        'target 951 · 945–957',
        null,
      ),
      figure(
        'volts',
        '平均电压',
        'Mean voltage',
        3.948,
        'V',
        '目标 3.940 · +8 mV',
        'target 3.940 · +8 mV',
        null,
      ),
      figure('current', '系列电流', 'Line current', 500.3, 'kA', '±0.8 kA / 24 h', '±0.8 kA / 24 h', null),
    ],
    abnormalCount: 9,
    abnormal: Array.from({ length: 9 }, (_, i) => {
      const alarm = alarms[i];
      const number = 2001 + alarm.assetId - 100;
      const hot = i % 4 === 0;
      return {
        priority: i < 2 ? 1 : i < 6 ? 2 : 3,
        assetId: alarm.assetId,
        path: text(`云岭铝业 / 二系列 / ${number}#`, `Yunling / Potline 2 / ${number}#`),
        what: text(
          hot ? '槽温高 6 °C，持续 3 天' : alarm.title.zh,
          hot ? 'Bath temperature 6 °C high for 3 days' : alarm.title.en,
        ),
        why: text('氟化铝欠量，换极集中', 'AlF₃ short, clustered anode changes'),
        value: alarm.value,
        unit: alarm.unit,
        low: alarm.kind === 'LIMIT_LOW' ? alarm.limit : hot ? 945 : 0,
        high: alarm.kind === 'LIMIT_LOW' ? 12 : alarm.limit,
        since: minutesAgo([4560, 392, 47, 18, 1570, 310, 130, 485, 1980][i]),
        adviceCount: i === 3 ? 0 : (i % 3) + 1,
        alarmIds: [alarm.id],
      };
    }),
    advice: advice.filter(one => one.state === 'PROPOSED').slice(0, 12),
    sites: [
      {
        assetId: 3,
        name: text('云岭铝业 电解厂', 'Yunling smelter'),
        figures: { volts: 3.948, current: 500.3 },
        alarms: c,
        newestAgeSeconds: 0.8,
        goodShare: 0.994,
        mode: 'ADVISE',
        spark: Array.from({ length: 48 }, (_, i) => 500 + 0.8 * smooth(5, i / 4)),
      },
    ],
  };
}

export function potMap() {
  const priorities = new Map([
    [16, 1],
    [144, 1],
    [8, 2],
    [27, 2],
    [96, 2],
    [188, 2],
    [250, 2],
    [2, 3],
    [5, 3],
    [11, 3],
    [19, 3],
    [33, 3],
    [41, 3],
    [120, 3],
    [166, 3],
    [214, 3],
    [277, 3],
    [290, 3],
  ]);
  const rows = Array.from({ length: 6 }, (_, row) => ({
    hall: row < 3 ? 'A' : 'B',
    label: text(`${row < 3 ? 'A' : 'B'} 厂房`, `Hall ${row < 3 ? 'A' : 'B'}`),
    pots: Array.from({ length: 50 }, (_, column) => {
      const i = row * 50 + column;
      const priority = priorities.get(i);
      const work = i % 23 === 6 ? ['ANODE_CHANGE'] : i % 31 === 9 ? ['TAP'] : [];
      const state =
        i === 58 || i === 229 ? 'STOPPED' : i === 74 || i === 75 || i === 262 ? 'START_UP' : 'RUNNING';
      return {
        assetId: 100 + i,
        number: 2001 + i,
        state,
        priority: state === 'RUNNING' ? priority : null,
        adviceId: i % 8 === 0 && state === 'RUNNING' ? i + 1 : null,
        temperature: 951 + (priority ? 8 : 0) + 4 * noise(9, i),
        temperatureTarget: 951,
        temperatureAgeHours: 6.4,
        volts: 3.94 + 0.02 * noise(3, i),
        noise: 14 + 6 * noise(4, i) + (priority ? 14 : 0),
        stale: i === 181,
        todayWork: work,
      };
    }),
  }));
  return {
    line: { assetId: 4, code: 'L2', name: text('二系列', 'Potline 2') },
    figures: [
      figure('current', '系列电流', 'Line current', 500.3, 'kA', '±0.8', '±0.8'),
      figure('volts', '平均电压', 'Mean voltage', 3.948, 'V', '目标 3.940', 'target 3.940'),
      figure('temperature', '平均槽温', 'Mean bath temp.', 956.4, '°C', '目标 951', 'target 951'),
      figure('noise', '平均噪声', 'Mean noise', 14.2, 'mV', '< 20', '< 20'),
      figure('effects', '效应系数', 'Anode effects', 0.021, '/d', '目标 0.030', 'target 0.030'),
      figure('good', '良好质量', 'Good quality', 99.4, '%', '4 800 标签', '4,800 tags'),
    ],
    sentence: text(
      '20 台槽异常，主因一工区槽温偏高；37 条建议待处理',
      '20 pots abnormal, mainly high bath temperature; 37 advice waiting',
    ),
    rows,
    counts: {
      normal: 277,
      p1: 2,
      p2: 5,
      p3: 11,
      advice: 37,
      anodeChange: 13,
      startUp: 3,
      stopped: 2,
      stale: 1,
    },
  };
}

export function pot(assetId) {
  const i = assetId - 100;
  const tag = n => i * TAGS_PER_POT + n;
  const value = (quantity, zh, en, v, unit, ageSeconds, low, high, extra = {}) => ({
    quantity,
    label: text(zh, en),
    value: v,
    unit,
    ageSeconds,
    quality: 0,
    low,
    high,
    ...extra,
  });
  return {
    assetId,
    number: 2001 + i,
    ageDays: 1286,
    mode: 'ADVISE',
    state: [
      value('bathTemperature', '槽温', 'Bath temp.', 961.2, '°C', 23040, 945, 957),
      value('superheat', '过热度', 'Superheat', 13.2, '°C', 60, 8, 12, { model: 'v12' }),
      value('excessAluminiumFluoride', '过剩 AlF₃', 'Excess AlF₃', 8.9, '%', 57600, 10, 12, {
        quality: 0x4090,
      }),
      value('potVoltage', '槽电压', 'Pot voltage', 3.962, 'V', 1, 3.9, 3.98),
      value('noise', '噪声', 'Noise', 18, 'mV', 60, 0, 20),
      value('metalLevel', '铝水平', 'Metal level', 24.1, 'cm', 32400, 22, 26),
    ],
    tags: {
      potVoltage: tag(1),
      noise: tag(2),
      bathTemperature: tag(4),
      excessAluminiumFluoride: tag(5),
      aluminiumFluorideDose: tag(8),
    },
    advice: allAdvice.filter(one => one.assetId === assetId),
    events: events({ assetId }).items.slice(0, 8),
    alarms: alarms.filter(one => one.assetId === assetId),
    explanation: [
      { label: text('氟化铝欠量', 'AlF₃ short'), contribution: 3.8, unit: '°C' },
      { label: text('换极集中', 'Clustered anode changes'), contribution: 1.7, unit: '°C' },
      { label: text('设定电压', 'Voltage set-point'), contribution: 1.0, unit: '°C' },
      { label: text('室温', 'Ambient'), contribution: 0.3, unit: '°C' },
      { label: text('加料量', 'Feed'), contribution: -0.6, unit: '°C' },
    ],
    results: results.filter(one => one.assetId === assetId),
  };
}

export const liveStatus = () => ({
  newestAgeSeconds: 0.8,
  sources: { up: 1, total: 1 },
  goodShare: 0.994,
  models: { champions: 1, drifting: 0 },
  virtualPlant: true,
  serverTime: iso(NOW()),
  alarms: counts(),
});
