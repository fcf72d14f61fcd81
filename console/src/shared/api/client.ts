import { language } from '@/shared/i18n/i18n';
import type { Answer, Call, PathOf, Verb } from './client-types';
import type { Problem } from './contract';

/** A call that the server refused or could not answer; `problem` is what it said, in words for a person. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiError';
    this.problem = problem;
  }

  get status() {
    return this.problem.status;
  }

  /** True when no server answered at all. */
  get offline() {
    return this.problem.status === 0;
  }
}

export type Query = Record<
  string,
  string | number | boolean | readonly (string | number)[] | null | undefined
>;

type Listener = () => void;
const loggedOutListeners = new Set<Listener>();

/** Calls `listener` whenever the server answers 401 to anything but the question for the session. */
export function onLoggedOut(listener: Listener) {
  loggedOutListeners.add(listener);
  return () => void loggedOutListeners.delete(listener);
}

export function withQuery(path: string, query?: Query) {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === null || value === undefined || value === '') continue;
    search.set(key, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

function cookie(name: string) {
  const entry = document.cookie.split('; ').find(part => part.startsWith(`${name}=`));
  return entry ? decodeURIComponent(entry.slice(name.length + 1)) : '';
}

/** The token travels in a cookie that any answer sets; the first write asks for it once. */
async function csrfToken() {
  if (!cookie('XSRF-TOKEN')) await fetch('/api/about', { credentials: 'same-origin' });
  return cookie('XSRF-TOKEN');
}

async function readProblem(answer: Response): Promise<Problem> {
  const fallback: Problem = { title: answer.statusText || `HTTP ${answer.status}`, status: answer.status };
  try {
    const body = (await answer.json()) as Partial<Problem>;
    return { ...fallback, ...body, status: answer.status, title: body.title ?? fallback.title };
  } catch {
    return fallback;
  }
}

interface Wanted {
  path?: Record<string, string | number | null | undefined>;
  query?: Query;
  body?: unknown;
  signal?: AbortSignal;
}

/** "/api/tags/{id}" with its parameters filled in. */
function fill(path: string, parameters: Wanted['path'] = {}) {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (value === null || value === undefined) throw new Error(`${path} was called without ${name}`);
    return encodeURIComponent(value);
  });
}

async function send(method: string, path: string, { body, signal }: Wanted): Promise<Response> {
  const headers = new Headers({
    Accept: 'application/json, application/problem+json',
    'Accept-Language': language(),
  });
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers.set('Content-Type', 'application/json');
  let answer: Response;
  try {
    if (method !== 'GET') headers.set('X-XSRF-TOKEN', await csrfToken());
    answer = await fetch(path, {
      method,
      headers,
      signal,
      credentials: 'same-origin',
      body: body === undefined ? undefined : form ? body : JSON.stringify(body),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError({ title: 'offline', status: 0 });
  }
  if (answer.ok) return answer;
  if (answer.status === 401 && path !== '/api/session') loggedOutListeners.forEach(listener => listener());
  throw new ApiError(await readProblem(answer));
}

/** A call needs no second argument when the server needs neither parameters nor a body. */
type Arguments<C> = Record<never, never> extends C ? [call?: C] : [call: C];

const caller =
  <V extends Verb>(verb: V) =>
  async <P extends PathOf<V>>(path: P, ...[call]: Arguments<Call<P, V>>): Promise<Answer<P, V>> => {
    const wanted: Wanted = call ?? {};
    const answer = await send(verb.toUpperCase(), withQuery(fill(path, wanted.path), wanted.query), wanted);
    const text = await answer.text();
    return (text ? JSON.parse(text) : undefined) as Answer<P, V>;
  };

/** The server: paths, parameters, bodies and answers are those of its document. */
export const api = {
  get: caller('get'),
  post: caller('post'),
  put: caller('put'),
  delete: caller('delete'),
};
