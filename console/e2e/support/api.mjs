/**
 * Logs in to a running Kunan and answers a function that calls its API: method, path and body in, the answer out, JSON
 * as what it means and everything else as text.
 * @param {string} url
 * @param {string} username
 * @param {string} password
 * @returns {Promise<(method: string, path: string, body?: unknown) => Promise<unknown>>}
 */
export async function logIn(url, username, password) {
  const cookies = new Map();
  /** @param {string} method @param {string} path @param {unknown} [body] */
  const call = async (method, path, body) => {
    const answer = await fetch(new URL(path, url), {
      method,
      body: body && JSON.stringify(body),
      headers: {
        'Content-Type': 'application/json',
        'X-XSRF-TOKEN': cookies.get('XSRF-TOKEN') ?? '',
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name, value] = cookie.split(';')[0].split('=');
      cookies.set(name, value);
    }
    return answer.headers.get('Content-Type')?.includes('json') ? answer.json() : answer.text();
  };
  await call('GET', '/api/session');
  await call('POST', '/api/session', { username, password });
  return call;
}
