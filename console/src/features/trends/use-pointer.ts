import { type DragEvent, type PointerEvent, useEffect, useRef } from 'react';
import { type Geometry, laneAt, pan, plotWidth, timeAt, type View, zoom } from './geometry';

interface Options {
  geometry: Geometry;
  view: View;
  onView(view: View): void;
  onCursor(at: number): void;
  onPin(at: number): void;
  onDrop(tag: DraggedTag, lane: number | undefined): void;
}

export interface DraggedTag {
  id: number;
  unit: string;
}

/** Type under which a dragged tag travels, as JSON. */
export const TAG_DRAG = 'application/x-kunan-tag';

const STEP = 1.25;
const STILL = 4;

/** Wheel zooms about the pointer, dragging pans, a click pins the cursor, a dropped tag joins a lane. */
export function usePointer(options: Options) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const drag = useRef<{ x: number; view: View; moved: boolean } | null>(null);

  const place = (clientX: number, clientY: number) => {
    const frame = box.current?.getBoundingClientRect();
    return { x: clientX - (frame?.left ?? 0), y: clientY - (frame?.top ?? 0) };
  };
  const timeOf = (clientX: number) => timeAt(place(clientX, 0).x, options.geometry.width, options.view);

  // React binds wheel passively, which would let the page scroll: bind it by hand.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { geometry, view, onView } = latest.current;
      const span = view.to - view.from;
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY))
        onView(pan(view, Math.sign(sideways) * span * 0.1));
      else {
        const x = event.clientX - element.getBoundingClientRect().left;
        onView(zoom(view, timeAt(x, geometry.width, view), event.deltaY > 0 ? STEP : 1 / STEP));
      }
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, []);

  const handlers = {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0 || (event.target as HTMLElement).closest('button')) return;
      drag.current = { x: event.clientX, view: options.view, moved: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      const held = drag.current;
      if (!held) return options.onCursor(timeOf(event.clientX));
      const by = event.clientX - held.x;
      if (Math.abs(by) > STILL) held.moved = true;
      if (held.moved)
        options.onView(
          pan(held.view, (-by / plotWidth(options.geometry.width)) * (held.view.to - held.view.from)),
        );
    },
    onPointerUp(event: PointerEvent) {
      const held = drag.current;
      drag.current = null;
      if (held && !held.moved) options.onPin(timeOf(event.clientX));
    },
    onDragOver(event: DragEvent) {
      if (event.dataTransfer.types.includes(TAG_DRAG)) event.preventDefault();
    },
    onDrop(event: DragEvent) {
      const carried = event.dataTransfer.getData(TAG_DRAG);
      if (!carried) return;
      event.preventDefault();
      options.onDrop(
        JSON.parse(carried) as DraggedTag,
        laneAt(place(event.clientX, event.clientY).y, options.geometry.lanes),
      );
    },
  };
  return { box, handlers };
}
