import { useMemo } from 'react';
import type { Pot, PotStateValue } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { useNow } from '@/shared/time/now';
import { DAY, MINUTE } from '@/shared/time/time-range';
import { type Span, useEventsOf, useModelLive, useModels, usePlot } from './api';
import { isQuantity, modelFor, type Quantity, tagOf } from './quantities';
import { samplesOf } from './samples';

const PAST = 7 * DAY;
const STEP = 10 * MINUTE;
/** Farthest look into the future on these charts. */
const AHEAD = DAY;

export const stateOf = (pot: Pot, quantity: Quantity): PotStateValue | undefined =>
  pot.state.find(one => isQuantity(quantity, one.quantity));

/** The temperature model that speaks about a pot, and its answer over a span. */
export function usePotModel(pot: Pot, span: Span) {
  const { tree } = useAssets();
  const models = useModels();
  const tag = tagOf(pot.tags, 'temperature');
  const model = useMemo(() => {
    const above = new Set([pot.assetId, ...tree.pathOf(pot.assetId).map(asset => asset.id)]);
    return modelFor(models.data ?? [], 'temperature', tag, above);
  }, [models.data, tag, tree, pot.assetId]);
  const live = useModelLive(model?.id, pot.assetId, span);
  return {
    model,
    live: live.data,
    error: models.error ?? live.error,
    pending: models.isPending || (model !== undefined && live.isPending),
  };
}

/** A week of temperature and excess AlF₃ of a pot with what the model says, up to a day ahead. */
export function usePotStory(pot: Pot) {
  const at = Math.floor(useNow(30) / STEP) * STEP;
  const span = useMemo(() => ({ from: at - PAST, to: at + AHEAD }), [at]);
  const temperature = tagOf(pot.tags, 'temperature');
  const excess = tagOf(pot.tags, 'excess');
  const tags = useMemo(() => [temperature, excess].filter(tag => tag !== undefined), [temperature, excess]);
  const past = useMemo(() => ({ from: span.from, to: at + STEP }), [span, at]);
  const plot = usePlot(pot.assetId, tags, past, 400);
  const events = useEventsOf(pot.assetId, past);
  const model = usePotModel(pot, span);
  const series = plot.data?.series;
  const samples = useMemo(
    () => ({
      temperature: samplesOf(series?.find(one => one.tag === temperature)),
      excess: samplesOf(series?.find(one => one.tag === excess)),
    }),
    [series, temperature, excess],
  );
  return { span, at, plot, events: events.data ?? [], samples, ...model };
}

export type PotStory = ReturnType<typeof usePotStory>;
