import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeServer, Refused } from '@/testing/server';
import { api, ApiError, onLoggedOut, withQuery } from './client';

afterEach(() => {
  vi.unstubAllGlobals();
  document.cookie = 'XSRF-TOKEN=; Max-Age=0';
});

describe('a call', () => {
  it('sends the token of the cookie with every write and none with a read', async () => {
    document.cookie = 'XSRF-TOKEN=abc%3D';
    const server = fakeServer({ 'GET /api/jobs': [], 'POST /api/alarms/acknowledge': [] });
    await api.get('/api/jobs');
    await api.post('/api/alarms/acknowledge', { body: { ids: [1] } });
    expect(server.calls.map(call => call.headers.get('X-XSRF-TOKEN'))).toEqual([null, 'abc=']);
    expect(server.calls[1]?.body).toEqual({ ids: [1] });
  });

  it('asks for a token first when there is none', async () => {
    const server = fakeServer({ 'GET /api/about': {}, 'POST /api/audit/verify': {} });
    await api.post('/api/audit/verify');
    expect(server.calls.map(call => `${call.method} ${call.path}`)).toEqual([
      'GET /api/about',
      'POST /api/audit/verify',
    ]);
  });

  it('turns a problem document into an error that a person can read', async () => {
    fakeServer({ 'GET /api/jobs': new Refused(403, 'ENGINEER may', 'You are VIEWER') });
    const error = await api.get('/api/jobs').catch((failed: unknown) => failed);
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).problem).toMatchObject({
      status: 403,
      title: 'ENGINEER may',
      detail: 'You are VIEWER',
    });
    expect((error as ApiError).message).toBe('You are VIEWER');
  });

  it('tells when no server answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    const error = await api.get('/api/jobs').catch((failed: unknown) => failed);
    expect((error as ApiError).offline).toBe(true);
  });

  it('says that the session has ended on 401, but not when asked who is logged in', async () => {
    const heard = vi.fn();
    const stop = onLoggedOut(heard);
    fakeServer({ 'GET /api/session': new Refused(401), 'GET /api/jobs': new Refused(401) });
    await api.get('/api/session').catch(() => undefined);
    expect(heard).not.toHaveBeenCalled();
    await api.get('/api/jobs').catch(() => undefined);
    expect(heard).toHaveBeenCalledOnce();
    stop();
  });
});

it('puts parameters into the path and leaves out a query that is empty', async () => {
  const server = fakeServer({ 'GET /api/tags/7': {}, 'GET /api/advice': { items: [], total: 0 } });
  await api.get('/api/tags/{id}', { path: { id: 7 } });
  await api.get('/api/advice', { query: { state: 'PROPOSED', assetId: null } });
  expect(server.calls.map(call => `${call.path}?${call.query}`)).toEqual([
    '/api/tags/7?',
    '/api/advice?state=PROPOSED',
  ]);
  await expect(api.get('/api/tags/{id}', { path: { id: undefined } })).rejects.toThrow('without id');
});

it('writes lists with commas and leaves out what is empty', () => {
  expect(withQuery('/api/x', { tags: [1, 2], a: null, b: '', c: false })).toBe('/api/x?tags=1%2C2&c=false');
});
