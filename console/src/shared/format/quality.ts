export type QualityKind = 'good' | 'uncertain' | 'held' | 'bad' | 'stale' | 'none';

interface Judged {
  value: number | null | undefined;
  quality?: number | null;
  ageSeconds?: number | null;
  staleAfterSeconds?: number;
}

/**
 * Severity of the 16-bit OPC-UA-derived quality: the two highest bits are 00 good, 01 uncertain, 10 or 11 bad,
 * as in the upper half of an OPC UA status code.
 */
export function severityOf(quality: number | null | undefined): 'good' | 'uncertain' | 'bad' {
  const bits = ((quality ?? 0) >> 14) & 3;
  return bits === 0 ? 'good' : bits === 1 ? 'uncertain' : 'bad';
}

/** OPC UA's LastUsableValue in the 16 bits: nothing new came, the last value is still shown. */
const HELD = 0x4090;

/** What a person should know about a value before he uses it. */
export function qualityOf({ value, quality, ageSeconds, staleAfterSeconds }: Judged): QualityKind {
  const severity = severityOf(quality);
  if (severity === 'bad') return 'bad';
  if (value === null || value === undefined) return 'none';
  if (ageSeconds && staleAfterSeconds && ageSeconds > staleAfterSeconds) return 'stale';
  return quality === HELD ? 'held' : severity;
}
