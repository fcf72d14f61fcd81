import { useCallback, useState } from 'react';
import type { Draft } from './definition';

const MOST_STEPS = 100;

interface Course {
  saved: Draft;
  now: Draft;
  past: Draft[];
}

/** A draft that remembers its former states until it is saved. */
export function useDraft(first: Draft) {
  const [course, setCourse] = useState<Course>({ saved: first, now: first, past: [] });
  const change = useCallback(
    (next: (draft: Draft) => Draft) =>
      setCourse(({ saved, now, past }) => ({
        saved,
        now: next(now),
        past: [...past.slice(-MOST_STEPS + 1), now],
      })),
    [],
  );
  const undo = useCallback(
    () =>
      setCourse(course => {
        const before = course.past.at(-1);
        return before ? { ...course, now: before, past: course.past.slice(0, -1) } : course;
      }),
    [],
  );
  const discard = useCallback(
    () => setCourse(({ saved, now, past }) => ({ saved, now: saved, past: [...past, now] })),
    [],
  );
  const put = useCallback(
    <K extends keyof Draft>(key: K, value: Draft[K]) => change(draft => ({ ...draft, [key]: value })),
    [change],
  );
  return {
    draft: course.now,
    changed: JSON.stringify(course.now) !== JSON.stringify(course.saved),
    canUndo: course.past.length > 0,
    put,
    change,
    undo,
    discard,
  };
}

export type DraftState = ReturnType<typeof useDraft>;
