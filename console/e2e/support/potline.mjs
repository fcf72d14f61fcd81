/** Invented answers for the pages of potline and models: live changes of the map, a model's course and forecast. */
import { noise, potMap, valueAt } from './plant.mjs';
import * as records from './records.mjs';

const HOUR = 3_600_000;
const TAGS_PER_POT = 16;
const TEMPERATURE = 4;
const tagOf = (assetId, n) => (assetId - 100) * TAGS_PER_POT + n;

/** Some pots of the map as they stand a second later. */
export function changedPots() {
  const second = Math.floor(Date.now() / 1000);
  const pots = potMap().rows.flatMap(row => row.pots);
  return pots
    .filter((pot, i) => pot.state === 'RUNNING' && (i + second) % 6 === 0)
    .map((pot, i) => ({
      ...pot,
      volts: pot.volts + 0.01 * noise(second, i),
      noise: Math.max(4, pot.noise + 3 * noise(second + 1, i)),
    }));
}

/** Mean of a few values about an instant: what a good model would have said. */
function smoothed(tag, at) {
  const steps = [-4, -2, 0, 2, 4];
  return steps.reduce((sum, h) => sum + valueAt(tag, at + h * HOUR), 0) / steps.length;
}

function live({ query }) {
  const assetId = Number(query.get('assetId') ?? 116);
  const tag = tagOf(assetId, TEMPERATURE);
  const from = Date.parse(query.get('from') ?? '') || Date.now() - 7 * 24 * HOUR;
  const to = Date.parse(query.get('to') ?? '') || Date.now() + 24 * HOUR;
  const now = Date.now();
  const last = smoothed(tag, now - 4 * HOUR);
  const out = { t: [], predicted: [], low: [], high: [], actual: [] };
  for (let at = Math.ceil(from / HOUR) * HOUR; at <= Math.min(to, now + 24 * HOUR); at += HOUR) {
    const ahead = Math.max(0, at - now) / HOUR;
    const value =
      ahead > 0
        ? last - 3.2 * (1 - Math.exp(-ahead / 14))
        : smoothed(tag, at) * (1 - 1e-4) + 0.4 * noise(7, at / HOUR);
    const half = 1.6 + ahead * 0.06;
    out.t.push(at);
    out.predicted.push(value);
    out.low.push(value - half);
    out.high.push(value + half);
    out.actual.push(ahead > 0 || (at / HOUR) % 8 !== 0 ? null : valueAt(tag, at));
  }
  return {
    ...out,
    explanation: [
      { feature: '氟化铝欠量 48 h', value: -18, contribution: 3.8 },
      { feature: '距换极 h', value: 14, contribution: 1.7 },
      { feature: '24 h 平均电压', value: 3.958, contribution: 1.0 },
      { feature: '24 h 前槽温', value: 960.1, contribution: 0.6 },
      { feature: '加料量', value: 296, contribution: -0.6 },
    ],
    envelope: { inside: true, distance: 1.1, limit: 3 },
  };
}

/** Stand before the other answers: the first that fits a request gives it. */
export const routes = [
  ['GET', '/api/models/:id/live', live],
  [
    'POST',
    '/api/models/:id/train',
    ({ id }) => {
      const job = {
        id: 41,
        kind: 'training',
        title: records.model(id).code,
        state: 'running',
        done: 38,
        total: 100,
        message: '回测 3 / 8',
        startedAt: new Date().toISOString(),
      };
      if (!records.jobs.some(one => one.id === job.id)) records.jobs.push(job);
      return job;
    },
  ],
  [
    'DELETE',
    '/api/jobs/:id',
    ({ id }) => {
      const at = records.jobs.findIndex(one => one.id === id);
      if (at >= 0) records.jobs.splice(at, 1);
      return undefined;
    },
  ],
];
