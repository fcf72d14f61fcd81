/** Numbers as the look asks: thin space for thousands, point for decimals, true minus. */

const MINUS = '\u2212';
const THIN = '\u202f';
export const NOTHING = '\u2013';

/** Digits after the point so that the number shows about four significant digits, never more than three decimals. */
export function digitsFor(value: number) {
  const size = Math.abs(value);
  if (size === 0 || !Number.isFinite(size)) return 0;
  if (size >= 1000) return 0;
  if (size >= 100) return Number.isInteger(value) ? 0 : 1;
  if (size >= 10) return Number.isInteger(value) ? 0 : 1;
  if (size >= 1) return Number.isInteger(value) ? 0 : 2;
  return 3;
}

export function formatNumber(value: number | null | undefined, digits?: number) {
  if (value === null || value === undefined || !Number.isFinite(value)) return NOTHING;
  const text = Math.abs(value).toFixed(digits ?? digitsFor(value));
  const [whole = '0', part] = text.split('.');
  const grouped = whole.length > 4 || Number(whole) >= 1000 ? whole.replace(/\B(?=(\d{3})+$)/g, THIN) : whole;
  const sign = value < 0 && Number(text) !== 0 ? MINUS : '';
  return sign + (part ? `${grouped}.${part}` : grouped);
}

/** A difference: always with its sign. */
export function formatSigned(value: number | null | undefined, digits?: number) {
  if (value === null || value === undefined || !Number.isFinite(value)) return NOTHING;
  const text = formatNumber(Math.abs(value), digits ?? digitsFor(value));
  if (Number(text.replaceAll(THIN, '')) === 0) return `±${text}`;
  return (value < 0 ? MINUS : '+') + text;
}

/** How far it is from one value to another, in the digits of the two: 43.3 → 34 is −9.3. */
export function formatDifference(from: number | null, to: number | null) {
  if (from === null || to === null) return NOTHING;
  return formatSigned(to - from, Math.max(digitsFor(from), digitsFor(to)));
}

/** A difference in about two significant digits: −18, −4.6, −0.06. */
export function formatBrief(value: number | null | undefined) {
  const size = Math.abs(value ?? 0);
  return formatSigned(value, size >= 10 ? 0 : size >= 1 || size === 0 ? 1 : 2);
}

/** A sentence of the server with true minus signs before its numbers. */
export const withTrueMinus = (sentence: string) => sentence.replace(/(^|[^\w)])-(?=\d)/g, `$1${MINUS}`);

export function formatPercent(share: number | null | undefined, digits = 1) {
  return share === null || share === undefined ? NOTHING : `${formatNumber(share * 100, digits)}${THIN}%`;
}

/** Low and high of a normal range: "3.90–3.98", "< 20", "> 5". */
export function formatRange(
  low: number | null | undefined,
  high: number | null | undefined,
  digits?: number,
) {
  const has = (value: number | null | undefined): value is number => value !== null && value !== undefined;
  const places = digits ?? Math.max(has(low) ? digitsFor(low) : 0, has(high) ? digitsFor(high) : 0);
  if (has(low) && has(high)) return `${formatNumber(low, places)}${NOTHING}${formatNumber(high, places)}`;
  if (has(high)) return `<${THIN}${formatNumber(high, places)}`;
  if (has(low)) return `>${THIN}${formatNumber(low, places)}`;
  return NOTHING;
}

/** An amount of money in words of its currency; tens of thousands (万) in Chinese when large. */
export function formatMoney(amount: number, currency: string) {
  const sign = currency === 'CNY' ? '¥' : currency;
  return `${sign}${THIN}${formatNumber(amount, Math.abs(amount) >= 100 ? 0 : undefined)}`;
}

export function formatBytes(bytes: number) {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let at = 0;
  while (size >= 1000 && at < units.length - 1) {
    size /= 1000;
    at += 1;
  }
  return `${formatNumber(size, at === 0 || size >= 100 ? 0 : 1)} ${units[at]}`;
}
