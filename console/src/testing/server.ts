import { vi } from 'vitest';

type Answer = unknown | ((request: { query: URLSearchParams; body: unknown }) => unknown);

export class Refused {
  constructor(
    readonly status: number,
    readonly title = 'refused',
    readonly detail?: string,
  ) {}
}

interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  headers: Headers;
}

/** Stands in for the server at the network's edge: "GET /api/x" → answer, a function of the request, or a Refused. */
export function fakeServer(answers: Record<string, Answer>) {
  const calls: Call[] = [];
  const fetch = vi.fn(async (input: string, init: RequestInit = {}) => {
    const url = new URL(input, 'http://console.test');
    const method = init.method ?? 'GET';
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : init.body;
    calls.push({
      method,
      path: url.pathname,
      query: url.searchParams,
      body,
      headers: new Headers(init.headers),
    });
    const known = answers[`${method} ${url.pathname}`];
    if (known === undefined)
      return new Response(JSON.stringify({ title: 'Not found', status: 404 }), { status: 404 });
    const answer =
      typeof known === 'function'
        ? (known as (r: unknown) => unknown)({ query: url.searchParams, body })
        : known;
    if (answer instanceof Refused) {
      const problem = { title: answer.title, status: answer.status, detail: answer.detail };
      return new Response(JSON.stringify(problem), { status: answer.status });
    }
    return new Response(JSON.stringify(answer), { status: 200 });
  });
  vi.stubGlobal('fetch', fetch);
  return { calls, to: (path: string) => calls.filter(call => call.path === path) };
}
