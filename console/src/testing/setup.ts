import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

// Pages are fetched lazily, and the machine may be busy.
configure({ asyncUtilTimeout: 10_000 });

/** happy-dom has no streams of events; a test that wants some puts its own in place. */
class SilentSource {
  addEventListener() {}
  close() {}
}

beforeEach(() => {
  vi.stubGlobal('EventSource', SilentSource);
  localStorage.clear();
  history.replaceState(null, '', '/');
});
afterEach(cleanup);
