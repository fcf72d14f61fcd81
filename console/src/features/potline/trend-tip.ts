import { type Reading, readings } from '@/shared/chart/band';
import { formatNumber } from '@/shared/format/number';
import { formatTime } from '@/shared/time/plant-time';
import { seriesOf, type TrendDrawn } from './trend-option';

/** The point at or before an instant, when it is not too old to speak for it. */
function valueAt(t: readonly number[], v: readonly (number | null)[], at: number, reach: number) {
  const i = t.findLastIndex(one => one <= at);
  const time = t[i];
  return time === undefined || at - time > reach ? null : (v[i] ?? null);
}

/** Every quantity at an instant, and what the model says of it. */
export function trendTip(drawn: TrendDrawn, at: number) {
  const { lanes, tags, live, palette, words, span } = drawn;
  const unit = (tag: number) => tags.get(tag)?.unit ?? '';
  const lines: Reading[] = lanes.flatMap(lane =>
    lane.series.map(({ tag }, side) => {
      const { t, v } = seriesOf(drawn, tag);
      const reach = tags.get(tag)?.step ? Infinity : (span.to - span.from) / 50;
      return {
        name: words.name(tag),
        value: at > drawn.now ? '\u2013' : `${formatNumber(valueAt(t, v, at, reach))} ${unit(tag)}`,
        colour: palette.series[side],
      };
    }),
  );
  if (live) {
    const reach = (span.to - span.from) / 30;
    const number = (v: readonly (number | null)[]) => formatNumber(valueAt(live.t, v, at, reach), 1);
    lines.push({ name: words.model, value: number(live.predicted), colour: palette.text.secondary });
    lines.push({
      name: words.interval,
      value: `${number(live.low)}…${number(live.high)}`,
      colour: undefined,
    });
  }
  return readings(formatTime(at), lines);
}
