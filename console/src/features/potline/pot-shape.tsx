import { memo } from 'react';
import type { PotCell } from '@/shared/api/contract';
import { PriorityShape } from '@/shared/ui/priority-mark';
import { deviationOf, hasAdvice } from './pots';
import { DASH, fillOf, type View } from './scales';
import styles from './potline.module.css';

interface Props {
  pot: PotCell;
  x: number;
  y: number;
  width: number;
  height: number;
  view: View;
  selected: boolean;
  /** The pot in words. */
  label: string;
}

/** One pot of the map. Drawn again only when the pot itself, its place or the view changes. */
export const PotShape = memo(function PotShape({ pot, x, y, width, height, view, selected, label }: Props) {
  return (
    <g
      id={`pot-${pot.assetId}`}
      data-pot={pot.assetId}
      role="gridcell"
      aria-label={label}
      aria-selected={selected}
      className={styles.pot}
      transform={`translate(${x.toFixed(2)} ${y.toFixed(2)})`}
    >
      <Body pot={pot} width={width} height={height} view={view} />
      {hasAdvice(pot) && (
        <path
          d={`M${width - 6.5} 0H${width - 2}a2 2 0 0 1 2 2V6.5Z`}
          fill="var(--accent)"
          stroke="var(--bg-panel)"
          strokeWidth={0.5}
        />
      )}
      {selected && (
        <rect
          x={-2.5}
          y={-2.5}
          width={width + 5}
          height={height + 5}
          rx={4}
          fill="none"
          stroke="var(--accent)"
          strokeWidth={2}
        />
      )}
    </g>
  );
});

type BodyProps = Pick<Props, 'pot' | 'width' | 'height' | 'view'>;

function Body({ pot, width, height, view }: BodyProps) {
  const box = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 2 };
  if (pot.state === 'STOPPED')
    return (
      <>
        <rect {...box} fill="var(--process-stopped)" stroke="var(--process-outline)" />
        <path d={`M1 ${height - 1}L${width - 1} 1`} stroke="var(--process-outline)" />
      </>
    );
  const fill = fillOf(pot, view);
  if (pot.stale || fill === null)
    return <rect {...box} fill="url(#pot-stale)" stroke="var(--process-outline)" />;
  if (pot.state === 'START_UP')
    return (
      <>
        <rect {...box} fill="var(--process-stopped)" stroke="var(--process-outline)" strokeDasharray="2 2" />
        {view === 'state' && <Inner pot={pot} width={width} height={height} />}
      </>
    );
  return (
    <>
      <rect width={width} height={height} rx={2} fill={fill} />
      {view === 'state' && <Inner pot={pot} width={width} height={height} />}
    </>
  );
}

/** Abnormal fill, distance from target, mark and today's work: the view of states. */
function Inner({ pot, width, height }: Omit<BodyProps, 'view'>) {
  const { priority } = pot;
  const deviation = deviationOf(pot);
  const middle = height / 2;
  const share = Math.max(-1, Math.min(1, (deviation ?? 0) / DASH));
  const edge = priority === 3 ? 1 : 1.5;
  return (
    <>
      {priority && (
        <rect
          x={edge / 2}
          y={edge / 2}
          width={width - edge}
          height={height - edge}
          rx={1.5}
          fill={`var(--alarm-p${priority}-soft)`}
          stroke={priority === 3 ? 'var(--alarm-p3-text)' : `var(--alarm-p${priority})`}
          strokeWidth={edge}
        />
      )}
      {deviation !== null && (
        <rect
          x={2.5}
          y={middle - share * (middle - 4) - 1}
          width={Math.max(1, width - 5)}
          height={2}
          fill={priority ? `var(--alarm-p${priority}-text)` : 'var(--process-outline)'}
        />
      )}
      {priority && (
        <PriorityShape priority={priority} x={width / 2} y={height - 9} size={Math.min(12, width - 2)} />
      )}
      {pot.todayWork.length > 0 && <Work work={pot.todayWork} width={width} height={height} />}
    </>
  );
}

/** Anode change a full dash at the foot, tap and other work a short one. */
function Work({ work, width, height }: { work: readonly string[]; width: number; height: number }) {
  const inset = work.includes('ANODE_CHANGE') ? 3 : width / 2 - 1.5;
  return (
    <rect
      x={inset}
      y={height - 3.5}
      width={width - inset * 2}
      height={2}
      fill="var(--text-primary)"
      stroke="var(--bg-panel)"
      strokeWidth={0.4}
    />
  );
}
