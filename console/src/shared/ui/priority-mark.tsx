import type { Priority } from '@/shared/api/contract';
import { useSharedText } from '@/shared/locale/texts';

interface ShapeProps {
  priority: Priority;
  /** Centre and size in the units of the svg around it. */
  x: number;
  y: number;
  size: number;
}

/** The mark as a group inside another svg: shape and digit first, colour last. */
export function PriorityShape({ priority, x, y, size }: ShapeProps) {
  const fill = `var(--alarm-p${priority})`;
  const half = size * 0.48;
  return (
    <g>
      {priority === 1 && (
        <path
          d={`M${x} ${y - size * 0.56}l${size * 0.6} ${size * 1.04}h${-size * 1.2}z`}
          fill={fill}
          stroke={fill}
          strokeWidth={1.5}
          strokeLinejoin="round"
        />
      )}
      {priority === 2 && (
        <rect x={x - half} y={y - half} width={half * 2} height={half * 2} rx={1.5} fill={fill} />
      )}
      {priority === 3 && (
        <path
          d={`M${x} ${y - size * 0.6}l${size * 0.6} ${size * 0.6}l${-size * 0.6} ${size * 0.6}l${-size * 0.6} ${-size * 0.6}z`}
          fill={fill}
          stroke="var(--alarm-p3-edge)"
          strokeLinejoin="round"
        />
      )}
      <text
        x={x}
        y={y + size * (priority === 1 ? 0.4 : 0.31)}
        textAnchor="middle"
        fontSize={size * 0.78}
        fontWeight={700}
        fill={`var(--alarm-p${priority}-on)`}
      >
        {priority}
      </text>
    </g>
  );
}

interface Props {
  priority: Priority;
  size?: number;
  /** An unacknowledged critical alarm: its outline blinks at 1 Hz. */
  blink?: boolean;
}

/** ▲1 critical, ■2 high, ◆3 medium: the same mark in map, table, chart and top bar. */
export function PriorityMark({ priority, size = 13, blink = false }: Props) {
  const t = useSharedText();
  const box = size + 4;
  return (
    <svg
      width={box}
      height={box}
      viewBox={`0 0 ${box} ${box}`}
      role="img"
      aria-label={`${priority} ${t(`priority.${priority}`)}`}
      style={{ display: 'inline-block', flex: 'none', verticalAlign: '-3px' }}
      className={blink && priority === 1 ? 'blink' : undefined}
    >
      <PriorityShape priority={priority} x={box / 2} y={box / 2} size={size} />
    </svg>
  );
}
