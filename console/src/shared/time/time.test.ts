import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatAge, formatMoment, formatTime, formatZone, fromPlantTime, setPlantZone } from './plant-time';
import { DAY, HOUR, rangeFromQuery, rangeToQuery, spanOf, spanText } from './time-range';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
beforeEach(() => setPlantZone('Asia/Shanghai'));
afterEach(() => setPlantZone(zone));

describe('plant time', () => {
  it('is the time of the plant, whatever zone the reader is in', () => {
    expect(formatTime('2026-11-20T06:32:07Z')).toBe('11-20 14:32');
    expect(formatMoment('2026-11-20T18:00:00Z')).toBe('2026-11-21 02:00:00');
    expect(formatZone()).toBe('UTC+8');
    setPlantZone('Asia/Kolkata');
    expect(formatZone()).toBe('UTC+5:30');
  });

  it('reads a wall-clock time back to its instant, across a change of summer time', () => {
    for (const [place, wall, instant] of [
      ['Asia/Shanghai', '2026-11-20T14:32', '2026-11-20T06:32:00.000Z'],
      ['Europe/Oslo', '2026-07-01T12:00', '2026-07-01T10:00:00.000Z'],
      ['Europe/Oslo', '2026-10-25T12:00', '2026-10-25T11:00:00.000Z'],
    ] as const) {
      setPlantZone(place);
      expect(new Date(fromPlantTime(wall)).toISOString()).toBe(instant);
      expect(formatMoment(instant).slice(0, 16)).toBe(wall.replace('T', ' '));
    }
  });

  it('writes ages as people say them', () => {
    expect([0.8, 45, 18 * 60, 6.4 * 3600, 76 * 3600, 120 * 86_400].map(formatAge)).toEqual([
      '0.8 s',
      '45 s',
      '18 min',
      '6.4 h',
      '3 d 4 h',
      '120 d',
    ]);
    expect(formatAge(null)).toBe('–');
  });
});

describe('time range', () => {
  const now = Date.parse('2026-11-20T12:00:00Z');

  it('follows the clock for a span and stands still for two times', () => {
    const live = rangeFromQuery(new URLSearchParams('range=7d'), now);
    expect([live.to - live.from, live.to, live.live]).toEqual([7 * DAY, now, true]);
    const query = rangeToQuery(new URLSearchParams('range=7d&asset=5'), { from: now - HOUR, to: now });
    expect(query.get('asset')).toBe('5');
    expect(query.get('range')).toBeNull();
    expect(rangeFromQuery(query, now + DAY)).toEqual({ from: now - HOUR, to: now, live: false });
  });

  it('falls back to a day when the address makes no sense', () => {
    for (const text of [
      '',
      'range=soon',
      'from=x&to=y',
      `from=${new Date(now).toISOString()}&to=2020-01-01T00:00:00Z`,
    ]) {
      const range = rangeFromQuery(new URLSearchParams(text), now);
      expect([range.to - range.from, range.live]).toEqual([DAY, true]);
    }
  });

  it('writes any span so that it reads back', () => {
    for (const ms of [30_000, 90_000, 10 * 60_000, 8 * HOUR, DAY, 7 * DAY, 365 * DAY])
      expect(spanOf(spanText(ms))).toBe(ms);
  });
});
