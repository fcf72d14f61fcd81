import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Role } from '@/shared/api/contract';
import { LiveProvider } from '@/shared/live/live';
import { fakeEventSource } from '@/testing/live';
import { renderPage } from '@/testing/render';
import { fakeServer } from '@/testing/server';
import { JobStrip } from './job-strip';
import { marked, secondsLeft } from './jobs';

let lines: ReturnType<typeof fakeEventSource>;
beforeEach(() => {
  lines = fakeEventSource();
  document.cookie = 'XSRF-TOKEN=t';
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const job = (done: number, state = 'running') => ({
  id: 3,
  kind: 'backfill',
  title: '虚拟产线：历史',
  state,
  done,
  total: 720,
  message: '2026-11-20',
  startedAt: '2026-11-20T06:00:00Z',
});
const show = (role: Role = 'ENGINEER') =>
  renderPage(
    <LiveProvider>
      <JobStrip />
    </LiveProvider>,
    { roles: [role] },
  );

test('the back-fill shows kind, progress and time left, can be cancelled, and goes when it is done', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const server = fakeServer({ 'GET /api/jobs': [job(36)], 'DELETE /api/jobs/3': job(120) });
  show();
  expect(await screen.findByText('历史回填')).toBeTruthy();
  expect(screen.getByText('5 %')).toBeTruthy();
  expect(screen.queryByText(/剩余/)).toBeNull();
  act(() => {
    lines.last().open();
    lines.last().send('job', job(60));
  });
  act(() => void vi.advanceTimersByTime(10_000));
  act(() => lines.last().send('job', job(120)));
  // 60 steps in ten seconds: 600 more take a hundred.
  expect(await screen.findByText('剩余 2 min')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '取消' }));
  await waitFor(() => expect(server.to('/api/jobs/3')[0]?.method).toBe('DELETE'));
  act(() => lines.last().send('job', job(720, 'done')));
  await waitFor(() => expect(screen.queryByText('历史回填')).toBeNull());
});

test('who may not change anything sees the job and no way to stop it', async () => {
  fakeServer({ 'GET /api/jobs': [job(36)] });
  show('VIEWER');
  expect(await screen.findByText('历史回填')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('the time left follows the pace of the last minute', () => {
  let marks = marked([], { at: 0, done: 0 });
  expect(secondsLeft(marks, 100)).toBeNull();
  marks = marked(marks, { at: 1_000, done: 50 });
  expect(secondsLeft(marks, 100)).toBe(1);
  marks = marked(marked(marks, { at: 70_000, done: 51 }), { at: 80_000, done: 52 });
  expect(secondsLeft(marks, 100)).toBe(480);
});
