import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';

// Pages are fetched lazily, and the machine may be busy.
configure({ asyncUtilTimeout: 5000 });

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, '', '/');
});
afterEach(cleanup);
