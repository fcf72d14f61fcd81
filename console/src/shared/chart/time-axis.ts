import { fromPlantTime, plantParts, zoneOffsetMinutes } from '@/shared/time/plant-time';
import { DAY, HOUR, MINUTE } from '@/shared/time/time-range';

interface View {
  from: number;
  to: number;
}

const SECOND = 1000;
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map(count => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map(count => count * MINUTE),
  ...[1, 2, 3, 6, 12].map(count => count * HOUR),
  ...[1, 2, 7, 14].map(count => count * DAY),
];
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120];

/** Ticks at whole plant times: the hour, the midnight, the first of the month, whatever the browser's zone is. */
export function plantTicks({ from, to }: View, count: number): number[] {
  const wanted = (to - from) / Math.max(1, count);
  const step = STEPS.find(one => one >= wanted);
  return step
    ? evenTicks(from, to, step)
    : monthTicks(from, to, MONTHS.find(one => one * 30.5 * DAY >= wanted) ?? 240);
}

function evenTicks(from: number, to: number, step: number) {
  const ticks: number[] = [];
  const wall = (at: number) => at + zoneOffsetMinutes(at) * MINUTE;
  for (let at = Math.ceil(wall(from) / step) * step; ; at += step) {
    const guess = at - zoneOffsetMinutes(at) * MINUTE;
    const tick = at - zoneOffsetMinutes(guess) * MINUTE;
    if (tick > to) return ticks;
    if (tick >= from) ticks.push(tick);
  }
}

function monthTicks(from: number, to: number, months: number) {
  const ticks: number[] = [];
  const first = plantParts(from);
  for (let month = Math.ceil((+first.year * 12 + +first.month - 1) / months) * months; ; month += months) {
    const year = Math.floor(month / 12);
    const tick = fromPlantTime(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01T00:00`);
    if (tick > to) return ticks;
    if (tick >= from) ticks.push(tick);
  }
}

/** Digits of the time axis in plant time: as fine as the range asks, never more. */
export function timeLabel({ from, to }: View) {
  const span = to - from;
  return (at: number) => {
    const p = plantParts(at);
    const midnight = p.hour === '00' && p.minute === '00' && p.second === '00';
    if (span > 3 * 365 * DAY) return p.year;
    if (span > 300 * DAY) return `${p.year}-${p.month}`;
    if (midnight) return `${p.month}-${p.day}`;
    if (span > 10 * MINUTE) return `${p.hour}:${p.minute}`;
    return `${p.hour}:${p.minute}:${p.second}`;
  };
}
