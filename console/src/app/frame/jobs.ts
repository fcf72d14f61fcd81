import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/shared/api/client';
import type { Job } from '@/shared/api/contract';
import { useLiveEvent } from '@/shared/live/live';
import { now } from '@/shared/time/now';

const KEY = ['jobs'];
/** What a break of the stream kept from us is asked for anew. */
const AGAIN = 60_000;

const isOver = (job: Job) => job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';

/** How far a job was at a moment, epoch milliseconds. */
export interface Mark {
  at: number;
  done: number;
}

const WINDOW = 60_000;

/** Marks of the last minute, with one more when the job has come further. */
export function marked(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  if (marks.at(-1)?.done === mark.done) return marks;
  const recent = marks.filter(one => mark.at - one.at <= WINDOW);
  return [...(recent.length > 0 ? recent : marks.slice(-1)), mark];
}

/**
 * Seconds that are left at the pace of the last minute, null until it is known. Steps of one job may take very
 * different times, so the pace since its start would mislead.
 */
export function secondsLeft(marks: readonly Mark[], total: number): number | null {
  const first = marks[0];
  const last = marks.at(-1);
  if (!first || !last || last.at <= first.at || last.done <= first.done || total <= last.done) return null;
  return ((total - last.done) * (last.at - first.at)) / (last.done - first.done) / 1000;
}

export interface Running {
  job: Job;
  left: number | null;
}

/** Jobs that run or wait, the oldest first, as the stream tells of them. */
export function useRunningJobs(): Running[] {
  const client = useQueryClient();
  const [marks, setMarks] = useState<ReadonlyMap<number, readonly Mark[]>>(new Map());
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get('/api/jobs', { signal }),
    refetchInterval: AGAIN,
  });
  useLiveEvent('job', job => {
    const mark = { at: now(), done: job.done };
    setMarks(old => new Map(old).set(job.id, marked(old.get(job.id) ?? [], mark)));
    client.setQueryData<Job[]>(KEY, (old = []) => [job, ...old.filter(one => one.id !== job.id)]);
  });
  return (data ?? [])
    .filter(job => !isOver(job))
    .sort((a, b) => a.id - b.id)
    .map(job => ({ job, left: secondsLeft(marks.get(job.id) ?? [], job.total) }));
}

export function useCancelJob() {
  return useMutation({ mutationFn: (id: number) => api.delete('/api/jobs/{id}', { path: { id } }) });
}
