const STATES = ['empty', 'loading', 'error'] as const;

/**
 * `?state=empty|loading|error` in the address shows how a page looks without rows, while it waits, and when the server
 * does not answer; for those who judge the look. Nothing is invented: what is there is only not shown.
 */
export const shownState = () => {
  const asked = new URLSearchParams(location.search).get('state');
  return STATES.find(one => one === asked) ?? null;
};
