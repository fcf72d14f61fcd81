import { expect, it } from 'vitest';
import {
  formatBytes,
  formatDifference,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRange,
  formatSigned,
} from './number';
import { qualityOf } from './quality';

it('groups thousands with a thin space and writes a true minus', () => {
  expect(formatNumber(12486)).toBe('12\u202f486');
  expect(formatNumber(1234567.5)).toBe('1\u202f234\u202f568');
  expect(formatNumber(-3.5, 2)).toBe('\u22123.50');
  expect(formatNumber(-0.001, 1)).toBe('0.0');
});

it('shows about four digits by size', () => {
  expect([3.9447, 44.0, 961.24, 0.0213].map(value => formatNumber(value))).toEqual([
    '3.94',
    '44',
    '961.2',
    '0.021',
  ]);
});

it('tells a difference in the digits of its ends', () => {
  expect(formatDifference(43.3, 34)).toBe('\u22129.3');
  expect(formatDifference(46, 39)).toBe('\u22127');
  expect(formatDifference(null, 39)).toBe('–');
});

it('writes a dash for what is not known', () => {
  expect([null, undefined, Number.NaN].map(value => formatNumber(value))).toEqual(['–', '–', '–']);
  expect(formatPercent(null)).toBe('–');
});

it('puts the sign on every difference', () => {
  expect([1.5, -2, 0, 0.001].map(value => formatSigned(value, 1))).toEqual([
    '+1.5',
    '\u22122.0',
    '±0.0',
    '±0.0',
  ]);
});

it('writes ranges with one or two ends', () => {
  expect(formatRange(945, 957)).toBe('945–957');
  expect(formatRange(3.9, 3.98)).toBe('3.90–3.98');
  expect(formatRange(null, 20)).toBe('<\u202f20');
  expect(formatRange(5, null)).toBe('>\u202f5');
});

it('writes money and bytes', () => {
  expect(formatMoney(610, 'CNY')).toBe('¥\u202f610');
  expect([999, 184_320, 48_234_112].map(formatBytes)).toEqual(['999 B', '184 kB', '48.2 MB']);
});

it('reads the two highest bits of a quality', () => {
  const kinds = [0, 0x4000, 0x4090, 0x8031, 0xc000, -32_768].map(quality => qualityOf({ value: 1, quality }));
  expect(kinds).toEqual(['good', 'uncertain', 'held', 'bad', 'bad', 'bad']);
  expect(qualityOf({ value: null })).toBe('none');
  expect(qualityOf({ value: 1, ageSeconds: 100, staleAfterSeconds: 60 })).toBe('stale');
});
