import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeEventSource } from '@/testing/live';
import { useLiveValues } from './use-live-values';

const TAGS = [9, 10];

test('each tag keeps its own last value', () => {
  const line = fakeEventSource();
  const { result } = renderHook(() => useLiveValues(TAGS));
  expect(line.last().url).toBe('/api/live/stream?tags=9%2C10');
  const begun = Date.now();
  act(() =>
    line.last().send('values', [
      [9, begun, 3.94, 0],
      [10, begun, null, 0x8000],
    ]),
  );
  act(() => line.last().send('values', [[10, begun + 1, 501, 0]]));
  expect(result.current.values.get(9)).toMatchObject({ value: 3.94, quality: 0, time: begun });
  expect(result.current.values.get(10)?.value).toBe(501);
});
