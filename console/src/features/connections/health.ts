import type { Connection, Priority } from '@/shared/api/contract';

/** Without a new value for so long, a running connection delivers nothing. */
const SILENT_SECONDS = 60;

/**
 * How urgent a connection is. Its health is the age of its data, not the state of a session: one that is connected
 * and brings nothing is as broken as one that is cut.
 */
export function priorityOf(one: Connection): Priority | null {
  if (!one.enabled || one.desired === 'STOPPED') return null;
  if (one.actual !== 'RUNNING') return 2;
  if (one.tags > 0 && (one.newestAgeSeconds ?? Infinity) > SILENT_SECONDS) return 2;
  return one.staleTags > 0 || one.lost > 0 || one.buffered > 0 ? 3 : null;
}

/** Key of the words for what it does now. */
export function stateOf(one: Connection) {
  if (!one.enabled) return 'DISABLED' as const;
  return one.actual;
}
