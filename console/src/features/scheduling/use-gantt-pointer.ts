import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { barsOf, type Grouping, type Scene } from './gantt-scene';
import type { Drop } from './gantt';
import { firstEndingAfter } from './plan';
import { HEAD, minuteAt, NAMES, panned, scrolled, type View, xOf, zoomed } from './view';

interface Size {
  width: number;
  height: number;
  fits: number;
  rows: number;
}

interface Wanted {
  scene: Scene;
  size: Size;
  grouping: Grouping;
  canvas: RefObject<HTMLCanvasElement | null>;
  setGhost(ghost: Scene['ghost']): void;
  onView(change: (view: View) => View): void;
  onSelect(order: number | null): void;
  onDrop: ((drop: Drop) => void) | null;
}

interface Drag {
  x: number;
  y: number;
  /** The bar in hand; null when the plan itself is moved. */
  bar: number | null;
  /** Minutes from the bar's start to the pointer. */
  grip: number;
  moved: boolean;
}

const SLIP = 4;

const rowAt = (scene: Scene, y: number) => Math.floor((y - HEAD) / scene.rowHeight + scene.view.top);

/** The bar under a point. */
export function barAt(scene: Scene, x: number, y: number): number | null {
  if (x < NAMES || y < HEAD) return null;
  const list = barsOf(scene, rowAt(scene, y));
  const minute = minuteAt(scene.view, x);
  const bar = list[firstEndingAfter(list, scene.gantt.end, minute)];
  if (bar === undefined) return null;
  return xOf(scene.view, scene.gantt.start[bar]!) <= x + 1 ? bar : null;
}

/** Wheel zooms, a drag of the ground pans, a drag of a bar moves it, a click selects its order. */
export function useGanttPointer(wanted: Wanted) {
  const drag = useRef<Drag | null>(null);
  const { scene, size, canvas, setGhost, onView, onSelect, onDrop } = wanted;

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const x = Math.max(NAMES, event.clientX - box.left);
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        const by = event.deltaX || event.deltaY;
        onView(view => panned(view, -by, scene.gantt.horizon, size.width));
      } else if (event.clientX - box.left < NAMES && size.rows > size.fits) {
        onView(view => scrolled(view, Math.sign(event.deltaY) * 3, size.rows, size.fits));
      } else {
        const factor = Math.exp(event.deltaY * 0.0015);
        onView(view => zoomed(view, x, factor, scene.gantt.horizon, size.width));
      }
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  });

  const at = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const target = (bar: number, grip: number, x: number, y: number) => {
    const row = Math.min(size.rows - 1, Math.max(0, rowAt(scene, y)));
    return { bar, row, minute: Math.max(0, Math.round(minuteAt(scene.view, x) - grip)) };
  };

  return {
    onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
      const { x, y } = at(event);
      const bar = barAt(scene, x, y);
      event.currentTarget.setPointerCapture?.(event.pointerId);
      const grip = bar === null ? 0 : minuteAt(scene.view, x) - scene.gantt.start[bar]!;
      drag.current = { x, y, bar, grip, moved: false };
    },
    onPointerMove(event: PointerEvent<HTMLCanvasElement>) {
      const held = drag.current;
      if (!held) return;
      const { x, y } = at(event);
      if (!held.moved && Math.hypot(x - held.x, y - held.y) < SLIP) return;
      held.moved = true;
      if (held.bar !== null && onDrop && wanted.grouping === 'resource') {
        setGhost(target(held.bar, held.grip, x, y));
        return;
      }
      const [dx, dy] = [x - held.x, y - held.y];
      onView(view =>
        scrolled(
          panned(view, dx, scene.gantt.horizon, size.width),
          -dy / scene.rowHeight,
          size.rows,
          size.fits,
        ),
      );
      held.x = x;
      held.y = y;
    },
    onPointerUp(event: PointerEvent<HTMLCanvasElement>) {
      const held = drag.current;
      drag.current = null;
      setGhost(null);
      if (!held) return;
      const { x, y } = at(event);
      if (!held.moved) {
        onSelect(held.bar === null ? null : scene.gantt.orderOf[held.bar]!);
      } else if (held.bar !== null && onDrop && wanted.grouping === 'resource') {
        const { bar, row, minute } = target(held.bar, held.grip, x, y);
        onDrop({ bar, resource: row, minute });
      }
    },
  };
}
