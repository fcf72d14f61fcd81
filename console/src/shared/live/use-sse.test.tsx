import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeEventSource } from '@/testing/live';
import { useSse } from './use-sse';

let lines: ReturnType<typeof fakeEventSource>;
beforeEach(() => {
  vi.useFakeTimers();
  lines = fakeEventSource();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const last = () => lines.last();

it('hands events to their handler and knows whether the line stands', () => {
  const heard = vi.fn();
  const { result } = renderHook(() => useSse('/api/x', { values: heard }));
  expect(result.current.connected).toBe(false);
  act(() => last().open());
  expect(result.current.connected).toBe(true);
  act(() => last().send('values', [[1, 2, 3, 0]]));
  expect(heard).toHaveBeenCalledWith([[1, 2, 3, 0]]);
});

it('opens a line that the server refused again, waiting longer each time', () => {
  const { result } = renderHook(() => useSse('/api/x', { status: () => undefined }));
  act(() => last().break());
  expect(result.current.connected).toBe(false);
  act(() => vi.advanceTimersByTime(1000));
  expect(lines.made()).toHaveLength(2);
  act(() => last().break());
  act(() => vi.advanceTimersByTime(1999));
  expect(lines.made()).toHaveLength(2);
  act(() => vi.advanceTimersByTime(1));
  expect(lines.made()).toHaveLength(3);
});

it('tries at once when the network is back, and closes with the component', () => {
  const { unmount } = renderHook(() => useSse('/api/x', { status: () => undefined }));
  act(() => last().break());
  act(() => void window.dispatchEvent(new Event('online')));
  expect(lines.made()).toHaveLength(2);
  unmount();
  expect(last().readyState).toBe(2);
});

it('holds no line while the tab is hidden', () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
  const look = () => act(() => void document.dispatchEvent(new Event('visibilitychange')));
  renderHook(() => useSse('/api/x', { status: () => undefined }));
  hidden.mockReturnValue(true);
  look();
  expect(last().readyState).toBe(2);
  hidden.mockReturnValue(false);
  look();
  expect(lines.made()).toHaveLength(2);
});
