import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Plan } from '@/shared/api/contract';
import { usePalette } from '@/shared/theme/theme';
import { formatClock, plantParts } from '@/shared/time/plant-time';
import { useSize } from '@/shared/ui/use-size';
import { draw } from './gantt-draw';
import { type Grouping, rowCount, type Scene } from './gantt-scene';
import styles from './scheduling.module.css';
import { useSchedulingText } from './locale/texts';
import type { GanttPlan } from './plan';
import { useGanttPointer } from './use-gantt-pointer';
import { HEAD, type View } from './view';

export interface Drop {
  bar: number;
  /** Place of the resource it is dropped on. */
  resource: number;
  minute: number;
}

interface Props {
  plan: Plan;
  gantt: GanttPlan;
  view: View;
  onView(change: (view: View) => View): void;
  grouping: Grouping;
  orders: readonly number[];
  selected: number | null;
  onSelect(order: number | null): void;
  /** null: this person may not move bars. */
  onDrop: ((drop: Drop) => void) | null;
  onSize(width: number): void;
}

const LEAST_ROW = 15;
const MOST_ROW = 28;
const MINUTE = 60_000;

const dayOf = (at: number) => {
  const { month, day } = plantParts(at);
  return `${month}-${day}`;
};

/** Minutes to the next midnight of the plant. */
function toMidnight(at: number) {
  const { hour, minute } = plantParts(at);
  return (1440 - Number(hour) * 60 - Number(minute)) % 1440;
}

/** Diagonal lines: the resource is closed. */
function hatched(colour: string) {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 6;
  const pen = tile.getContext('2d');
  if (!pen) return colour;
  pen.strokeStyle = colour;
  pen.beginPath();
  pen.moveTo(-1, 7);
  pen.lineTo(7, -1);
  pen.stroke();
  return pen.createPattern(tile, 'repeat') ?? colour;
}

/** The plan on a canvas: thousands of bars, zoom by wheel, pan by drag, bars are dragged to where they should be. */
export function Gantt(props: Props) {
  const { plan, gantt, view, grouping, orders, selected } = props;
  const t = useSchedulingText();
  const palette = usePalette();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = useSize(box);
  const [ghost, setGhost] = useState<Scene['ghost']>(null);
  const rows = rowCount({ plan, grouping });
  const rowHeight = Math.min(MOST_ROW, Math.max(LEAST_ROW, (height - HEAD) / rows));
  const hatch = useMemo(() => hatched(palette.line.strong), [palette]);
  const begin = Date.parse(plan.startsAt);
  const { onSize } = props;
  useEffect(() => onSize(width), [onSize, width]);

  const scene = useMemo(
    () => ({
      plan,
      gantt,
      view,
      grouping,
      rowHeight,
      width,
      height,
      orders,
      selected,
      ghost,
      palette,
      hatch,
      dayOf: (minute: number) => dayOf(begin + minute * MINUTE),
      hourOf: (minute: number) => formatClock(begin + minute * MINUTE),
      midnight: toMidnight(begin),
      words: { now: t('gantt.now'), due: t('gantt.due') },
    }),
    [
      plan,
      gantt,
      view,
      grouping,
      rowHeight,
      width,
      height,
      orders,
      selected,
      ghost,
      palette,
      hatch,
      begin,
      t,
    ],
  );

  useLayoutEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext('2d');
    if (!element || !pen || width === 0 || height === 0) return;
    const ratio = window.devicePixelRatio || 1;
    if (element.width !== width * ratio || element.height !== height * ratio) {
      element.width = width * ratio;
      element.height = height * ratio;
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw(pen, scene);
  }, [scene, width, height]);

  const pointer = useGanttPointer({
    ...props,
    scene,
    setGhost,
    size: { width, height, fits: Math.floor((height - HEAD) / rowHeight), rows },
    canvas,
  });
  return (
    <div className={styles.gantt} ref={box}>
      <canvas
        ref={canvas}
        style={{ width, height }}
        role="img"
        tabIndex={0}
        aria-label={t('gantt.label', { orders: plan.orders.length, bars: gantt.start.length })}
        {...pointer}
      />
    </div>
  );
}
