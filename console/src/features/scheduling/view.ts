/** What part of a plan is shown: minutes at the left edge and on one pixel, rows from the top. */
export interface View {
  from: number;
  perPixel: number;
  top: number;
}

export const HEAD = 40;
export const NAMES = 112;

const LEAST_PER_PIXEL = 0.25;

export const xOf = (view: View, minute: number) => NAMES + (minute - view.from) / view.perPixel;
export const minuteAt = (view: View, x: number) => view.from + (x - NAMES) * view.perPixel;

/** The whole of a plan in a width. */
export function fitted(horizon: number, width: number): View {
  return { from: 0, perPixel: Math.max(LEAST_PER_PIXEL, horizon / Math.max(100, width - NAMES - 8)), top: 0 };
}

/** So many minutes from a minute on. */
export function spanning(from: number, minutes: number, width: number): View {
  return { from, perPixel: Math.max(LEAST_PER_PIXEL, minutes / Math.max(100, width - NAMES)), top: 0 };
}

/** Larger or smaller about the minute under the pointer. */
export function zoomed(view: View, x: number, factor: number, horizon: number, width: number): View {
  const most = (1.2 * Math.max(1, horizon)) / Math.max(100, width - NAMES);
  const perPixel = Math.min(most, Math.max(LEAST_PER_PIXEL, view.perPixel * factor));
  return { ...view, perPixel, from: minuteAt(view, x) - (x - NAMES) * perPixel };
}

/** Moved by pixels, not farther than a little beyond the plan. */
export function panned(view: View, dx: number, horizon: number, width: number): View {
  const shown = (width - NAMES) * view.perPixel;
  const from = view.from - dx * view.perPixel;
  return { ...view, from: Math.min(Math.max(from, -shown / 2), horizon - shown / 4) };
}

/** Scrolled down by rows, within the rows there are. */
export function scrolled(view: View, rows: number, all: number, fits: number): View {
  return { ...view, top: Math.min(Math.max(0, all - fits), Math.max(0, view.top + rows)) };
}

const STEPS = [15, 30, 60, 120, 240, 480, 720, 1440, 2880, 7200, 14400];

/** Minutes between two marks of the time axis, about 64 px apart. */
export function tickStep(perPixel: number) {
  return STEPS.find(step => step / perPixel >= 64) ?? 28800;
}

/** Shows a span of minutes: as it is when it can be seen already, its end near the right edge otherwise. */
export function showing(view: View, start: number, end: number, width: number): View {
  const shown = (width - NAMES) * view.perPixel;
  if (end > view.from && start < view.from + shown) return view;
  return { ...view, from: Math.max(0, end - 0.8 * shown) };
}
