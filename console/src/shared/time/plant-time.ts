import { useSyncExternalStore } from 'react';
import { formatNumber, NOTHING } from '@/shared/format/number';
import { now as serverNow } from './now';

/**
 * Plant time: the zone of the plant, not of the reader. The zone comes from the attribute `zone` of the plant's
 * asset; until it is known (or when a group spans several) the browser's zone stands in.
 */
let zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const listeners = new Set<() => void>();

export function setPlantZone(next: string) {
  if (next === zone) return;
  zone = next;
  formatters.clear();
  listeners.forEach(listener => listener());
}

export function usePlantZone() {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => zone,
  );
}

export type Instant = number | string | Date;

export const epoch = (at: Instant) => (typeof at === 'number' ? at : new Date(at).getTime());

interface Parts {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
  second: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter() {
  let made = formatters.get(zone);
  if (!made) {
    made = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, made);
  }
  return made;
}

export function plantParts(at: Instant): Parts {
  const parts = formatter().formatToParts(epoch(at));
  return Object.fromEntries(parts.map(part => [part.type, part.value])) as unknown as Parts;
}

const guard = (at: Instant | null | undefined, write: (parts: Parts) => string) =>
  at === null || at === undefined || Number.isNaN(epoch(at)) ? NOTHING : write(plantParts(at));

/** MM-DD HH:mm */
export const formatTime = (at: Instant | null | undefined) =>
  guard(at, p => `${p.month}-${p.day} ${p.hour}:${p.minute}`);

/** HH:mm */
export const formatClock = (at: Instant | null | undefined) => guard(at, p => `${p.hour}:${p.minute}`);

/** YYYY-MM-DD */
export const formatDate = (at: Instant | null | undefined) => guard(at, p => `${p.year}-${p.month}-${p.day}`);

/** YYYY-MM-DD HH:mm:ss */
export const formatMoment = (at: Instant | null | undefined) =>
  guard(at, p => `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}:${p.second}`);

/** Minutes that plant time is ahead of UTC at an instant. */
export function zoneOffsetMinutes(at: Instant) {
  const p = plantParts(at);
  const wall = Date.UTC(+p.year, +p.month - 1, +p.day, +p.hour, +p.minute, +p.second);
  return Math.round((wall - epoch(at)) / 60_000);
}

/** The instant of a wall-clock time in plant time ("2026-11-20T14:30"). */
export function fromPlantTime(text: string) {
  const wall = Date.parse(`${text.length === 16 ? `${text}:00` : text}Z`);
  const first = wall - zoneOffsetMinutes(wall) * 60_000;
  return wall - zoneOffsetMinutes(first) * 60_000;
}

/** "UTC+8", "UTC+5:30" */
export function formatZone(at: Instant = Date.now()) {
  const minutes = zoneOffsetMinutes(at);
  const hours = Math.trunc(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? '\u2212' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

/** Ages as "0.8 s", "18 min", "6.4 h", "3 d 4 h". */
export function formatAge(seconds: number | null | undefined) {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return NOTHING;
  const s = Math.max(0, seconds);
  if (s < 9.95) return `${formatNumber(s, 1)} s`;
  if (s < 99.5) return `${formatNumber(s, 0)} s`;
  if (s < 99.5 * 60) return `${formatNumber(s / 60, 0)} min`;
  if (s < 9.95 * 3600) return `${formatNumber(s / 3600, 1)} h`;
  if (s < 24 * 3600) return `${formatNumber(s / 3600, 0)} h`;
  const hours = Math.round(s / 3600);
  if (hours < 100 * 24) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  return `${formatNumber(s / 86_400, 0)} d`;
}

/** Seconds since an instant by the server's clock; what lies ahead of it by a little is of this moment. */
export const ageOf = (at: Instant, now: number = serverNow()) => Math.max(0, (now - epoch(at)) / 1000);
