import type { Plan } from '@/shared/api/contract';
import type { Palette } from '@/shared/theme/theme';
import type { GanttPlan } from './plan';
import { HEAD, NAMES, tickStep, type View } from './view';

export type Grouping = 'resource' | 'order';

export interface Scene {
  plan: Plan;
  gantt: GanttPlan;
  view: View;
  grouping: Grouping;
  rowHeight: number;
  width: number;
  height: number;
  /** Orders in the sequence in which they are listed. */
  orders: readonly number[];
  selected: number | null;
  /** A bar that is being dragged, where it would go. */
  ghost: { bar: number; row: number; minute: number } | null;
  palette: Palette;
  hatch: CanvasPattern | string;
  /** Time of day of a minute as text. */
  dayOf(minute: number): string;
  hourOf(minute: number): string;
  /** Minutes from the start of the plan to the first midnight. */
  midnight: number;
  words: { now: string; due: string };
}

export type Canvas = CanvasRenderingContext2D;

/** Space above and below a bar. */
export const PAD = 2;
export const FONT = '"Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei UI","Segoe UI",system-ui,sans-serif';

export const rowCount = (scene: Pick<Scene, 'plan' | 'grouping'>) =>
  scene.grouping === 'resource' ? scene.plan.resources.length : scene.plan.orders.length;

/** Bars of a row in the order of their starts. */
export function barsOf(
  scene: Pick<Scene, 'gantt' | 'plan' | 'grouping' | 'orders'>,
  row: number,
): Int32Array {
  if (scene.grouping === 'resource') return scene.gantt.byResource[row] ?? new Int32Array();
  const order = scene.plan.orders[scene.orders[row] ?? -1];
  return order ? Int32Array.from(order.operations, (_, k) => order.first + k) : new Int32Array();
}

export const rowY = (scene: Scene, row: number) => HEAD + (row - scene.view.top) * scene.rowHeight;

/** Calls for every mark of the time axis. */
export function eachTick(scene: Scene, act: (minute: number) => void) {
  const { view, width, midnight } = scene;
  const step = tickStep(view.perPixel);
  const to = view.from + (width - NAMES) * view.perPixel;
  for (let at = Math.ceil((view.from - midnight) / step) * step + midnight; at <= to; at += step) act(at);
}
