import { type Ref, useMemo, useRef } from 'react';
import type { PlantEvent, Pot } from '@/shared/api/contract';
import { Chart, type ChartHandle } from '@/shared/chart/chart';
import { formatRange } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { useNow } from '@/shared/time/now';
import { usePalette } from '@/shared/theme/theme';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { useSize } from '@/shared/ui/use-size';
import { usePotlineText } from './locale/texts';
import styles from './potline.module.css';
import { splitAt, temperatureOption } from './temperature-option';
import { type PotStory, stateOf } from './use-pot-story';

interface Props {
  pot: Pot;
  story: PotStory;
  handle?: Ref<ChartHandle>;
}

/** What is missing from the picture, in words; nothing is drawn that nobody measured or predicted. */
export function useMissing(story: PotStory) {
  const t = usePotlineText();
  if (story.pending) return null;
  if (story.error) return null;
  if (!story.model) return t('forecast.noModel');
  const spoken = story.live?.predicted.some(value => value !== null);
  if (!story.live || !spoken) return t('forecast.noData');
  return splitAt(story.live, story.at).hasForecast ? null : t('forecast.none');
}

/** A week of temperature and the forecast after now. Fills its parent. */
export function TemperatureChart({ pot, story, handle }: Props) {
  const t = usePotlineText();
  const say = useSay();
  const palette = usePalette();
  const now = useNow(30);
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const missing = useMissing(story);
  const state = stateOf(pot, 'temperature');
  const unit = state?.unit ?? '°C';
  const [low, high] = [state?.low ?? null, state?.high ?? null];
  const { span, samples, live, events } = story;
  const option = useMemo(
    () =>
      temperatureOption({
        samples: samples.temperature,
        live,
        events,
        low,
        high,
        unit,
        span,
        now,
        width,
        palette,
        words: {
          now: t('now'),
          target: t('target', { range: formatRange(low, high), unit }),
          measured: t('measured'),
          model: t('state.model'),
          forecast: t('forecast'),
          interval: t('interval'),
          event: (event: PlantEvent) => say(event.title),
        },
      }),
    [samples, live, events, low, high, unit, span, now, width, palette, t, say],
  );
  const empty = samples.temperature.length === 0 && !live;
  return (
    <div className={styles.chart} ref={box}>
      {story.plot.isPending && story.plot.fetchStatus !== 'idle' ? (
        <LoadingState rows={3} />
      ) : story.plot.error && empty ? (
        <ErrorState error={story.plot.error} onRetry={() => void story.plot.refetch()} />
      ) : empty ? (
        <p className={styles.none}>{t('temperature.none')}</p>
      ) : (
        width > 0 && <Chart option={option} label={t('temperature.chart')} handle={handle} />
      )}
      {!empty && (missing ?? (story.error ? t('forecast.failed') : null)) && (
        <p className={styles.note}>{missing ?? t('forecast.failed')}</p>
      )}
    </div>
  );
}
