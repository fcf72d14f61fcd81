import { useRef, useState } from 'react';
import type { Tag } from '@/shared/api/contract';
import { useSay } from '@/shared/i18n/i18n';
import { now as present } from '@/shared/time/now';
import { formatDate } from '@/shared/time/plant-time';
import { DAY } from '@/shared/time/time-range';
import { sparkPath } from '@/shared/ui/sparkline';
import { usePlot } from './api';
import { LEFT, plotWidth, type View } from './geometry';
import { useTrendsText } from './locale/texts';
import styles from './trends.module.css';

const HEIGHT = 26;
const SPANS = [1, 7, 30, 90, 365, 5 * 365, 20 * 365];

/** The stretch below the chart: a round number of days, at least eight times the view, up to the present. */
export function stripRange({ from, to }: View, now: number) {
  const days = SPANS.find(one => one * DAY >= (to - from) * 8) ?? SPANS.at(-1) ?? 1;
  const end = Math.max(to, Math.min(now, from + days * DAY));
  const step = (days * DAY) / 200;
  const last = Math.ceil(end / step) * step;
  return { from: last - days * DAY, to: last, days };
}

interface Props {
  tag: Tag | undefined;
  view: View;
  width: number;
  onView(view: View): void;
}

/** The long course of the first tag with the view as a frame that can be dragged. */
export function Strip({ tag, view, width, onView }: Props) {
  const t = useTrendsText();
  const say = useSay();
  const range = stripRange(view, present());
  const plot = usePlot(tag ? [tag.id] : [], range, 400);
  const drag = useRef<{ x: number; view: View } | null>(null);
  const [held, setHeld] = useState(false);
  const inner = plotWidth(width);
  const x = (at: number) => ((at - range.from) / (range.to - range.from)) * inner;
  const series = plot.data?.series[0];
  const known = series?.v.filter(value => value !== null) ?? [];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const y = (value: number) =>
    high > low ? HEIGHT - 4 - ((value - low) / (high - low)) * (HEIGHT - 8) : HEIGHT / 2;
  const perPixel = (range.to - range.from) / Math.max(1, inner);
  const left = x(view.from);

  const move = (clientX: number) => {
    if (!drag.current) return;
    const by = (clientX - drag.current.x) * perPixel;
    onView({ from: drag.current.view.from + by, to: drag.current.view.to + by });
  };
  return (
    <div className={styles.strip} style={{ paddingLeft: LEFT }}>
      <svg
        width={inner}
        height={HEIGHT}
        role="img"
        aria-label={t('strip.label')}
        style={{ cursor: held ? 'grabbing' : 'grab' }}
        onPointerDown={event => {
          const at =
            range.from + (event.clientX - event.currentTarget.getBoundingClientRect().left) * perPixel;
          const span = view.to - view.from;
          const start = at < view.from || at > view.to ? { from: at - span / 2, to: at + span / 2 } : view;
          drag.current = { x: event.clientX, view: start };
          event.currentTarget.setPointerCapture(event.pointerId);
          setHeld(true);
          if (start !== view) onView(start);
        }}
        onPointerMove={event => move(event.clientX)}
        onPointerUp={() => {
          drag.current = null;
          setHeld(false);
        }}
      >
        <rect width={inner} height={HEIGHT} fill="var(--bg-sunken)" />
        {series && known.length > 1 && (
          <path
            d={sparkPath(series.v, i => x(series.t[i] ?? 0), y)}
            fill="none"
            stroke="var(--text-tertiary)"
          />
        )}
        <rect
          x={left}
          width={Math.max(4, x(view.to) - left)}
          height={HEIGHT}
          fill="var(--accent)"
          fillOpacity={0.12}
          stroke="var(--accent)"
        />
      </svg>
      <div className={styles.stripEnds} style={{ width: inner }}>
        <span>{formatDate(range.from)}</span>
        <span>{t('strip', { tag: say(tag?.label), span: t('strip.days', { count: range.days }) })}</span>
        <span>{formatDate(range.to)}</span>
      </div>
    </div>
  );
}
