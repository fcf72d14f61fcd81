import { useMemo, useState } from 'react';
import type { Tag } from '@/shared/api/contract';
import { useScope } from '@/shared/assets/assets';
import { useTagsById } from '@/shared/assets/tags';
import { now as present } from '@/shared/time/now';
import { type TimeRange, useTimeRange } from '@/shared/time/time-range';
import { useEvents, usePlot, useStatistics, useValuesAt } from './api';
import { plotWidth } from './geometry';
import { addTag, removeTag, settleLanes } from './lanes';
import type { DraggedTag } from './use-pointer';
import { useRested, useView } from './use-view';
import { useTrendsView } from './use-trends-view';

const NO_TAGS: ReadonlyMap<number, Tag> = new Map();
const SECOND = 1000;

/** Events belong to what the tags are of, or to the equipment in the top bar; a line has only its own here. */
function useOwners(tags: ReadonlyMap<number, Tag>) {
  const { asset, tree } = useScope();
  return useMemo(() => {
    const owners = [...new Set([...tags.values()].map(tag => tag.assetId))].sort((a, b) => a - b);
    const chosen = owners.length === 0 && asset?.kind === 'EQUIPMENT' ? [asset.id] : owners;
    return chosen.map(assetId => ({ assetId, subtree: tree.find(assetId)?.kind === 'EQUIPMENT' }));
  }, [tags, asset, tree]);
}

/** Pixels in steps, so that a small change of the window does not ask the server again. */
const PIXEL_STEP = 100;

function usePlots(ids: readonly number[], range: TimeRange, compare: boolean, width: number) {
  const pixels = Math.ceil(plotWidth(width) / PIXEL_STEP) * PIXEL_STEP;
  const span = range.to - range.from;
  const plot = usePlot(ids, range, pixels);
  const previous = usePlot(ids, { from: range.from - span, to: range.from }, pixels, compare);
  return { plot, previous: compare ? previous.data : undefined };
}

/** Everything the page shows: view and cursor from the address and the hand, data from the server. */
export function useTrends(width: number) {
  const { range, setFixed, setSpan } = useTimeRange();
  const { view, setView } = useView(range, setFixed);
  const state = useTrendsView();
  const { ids, pin, setLanes } = state;
  const tags = useTagsById(ids).data ?? NO_TAGS;
  const lanes = useMemo(() => settleLanes(state.lanes, id => tags.get(id)?.unit), [state.lanes, tags]);
  const [hover, setHover] = useState<number | null>(null);
  const cursor = pin ?? hover ?? range.to;
  const rested = Math.floor(useRested(cursor, 120) / SECOND) * SECOND;
  const span = range.to - range.from;
  const owners = useOwners(tags);

  const put = (tag: DraggedTag, lane?: number) =>
    setLanes(addTag(lanes, tag.id, id => (id === tag.id ? tag.unit : tags.get(id)?.unit), lane));
  return {
    ...state,
    lanes,
    ...usePlots(ids, range, state.compare, width),
    range,
    setSpan,
    view,
    setView,
    tags,
    cursor,
    setHover: (at: number) => setHover(Math.min(at, Math.max(range.to, present()))),
    values: useValuesAt(ids, rested).data,
    previousValues: useValuesAt(ids, rested - span).data,
    statistics: useStatistics(ids, range).data,
    ...useEvents(owners, range),
    put,
    remove: (id: number) => setLanes(removeTag(lanes, id)),
  };
}
