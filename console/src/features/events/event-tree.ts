import type { PlantEvent } from '@/shared/api/contract';

/** The events of a page with parts right under their whole, the oldest part first; the rest keep their order. */
export function underParents(events: readonly PlantEvent[]) {
  const ids = new Set(events.map(event => event.id));
  const parts = new Map<number, PlantEvent[]>();
  for (const event of events) {
    if (!event.parentId || !ids.has(event.parentId)) continue;
    parts.set(event.parentId, [event, ...(parts.get(event.parentId) ?? [])]);
  }
  const rows: PlantEvent[] = [];
  const depths = new Map<number, number>();
  const place = (event: PlantEvent, depth: number) => {
    if (depths.has(event.id)) return;
    depths.set(event.id, depth);
    rows.push(event);
    parts.get(event.id)?.forEach(part => place(part, depth + 1));
  };
  events.filter(event => !event.parentId || !ids.has(event.parentId)).forEach(event => place(event, 0));
  return { rows, depths };
}

/** The events of a page in another order than that of time: parts stand where the order puts them. */
export const asListed = (events: readonly PlantEvent[]) => ({
  rows: events,
  depths: new Map<number, number>(),
});
