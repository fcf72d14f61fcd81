/** Digits after the point that keep the figures of an axis apart, from the span of its values. */
export function digitsOf(values: readonly (number | null)[]) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const span = high - low;
  if (!Number.isFinite(span) || span <= 0) return undefined;
  return Math.max(0, Math.min(4, Math.ceil(1 - Math.log10(span) - 0.3)));
}
