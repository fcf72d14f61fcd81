import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Session } from '@/shared/api/contract';
import { setLanguage } from '@/shared/i18n/i18n';
import { setMode } from '@/shared/theme/theme';
import { fakeEventSource } from '@/testing/live';
import { sessionOf } from '@/testing/render';
import { fakeServer, Refused } from '@/testing/server';
import { App } from './app';

const STATUS = {
  newestAgeSeconds: 0.8,
  sources: { up: 1, total: 2 },
  goodShare: 0.994,
  models: { champions: 4, drifting: 1 },
  virtualPlant: true,
  serverTime: '2026-11-20T06:32:07Z',
  alarms: { p1: 3, p2: 11, p3: 27 },
};
const ABOUT = { name: 'Kunan', version: '0.1.0', commit: 'x', java: '25', mode: 'demo' };
const EMPTY = { items: [], total: 0 };

let lines: ReturnType<typeof fakeEventSource>;
// Compiling a page for the first time is no part of what is tested, and takes long beside other builds.
beforeAll(async () => void (await import('@/features/overview/overview-page')), 60_000);
beforeEach(() => {
  lines = fakeEventSource();
  document.cookie = 'XSRF-TOKEN=t';
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  setLanguage('zh');
  setMode('light');
});

const shell = (session: Session | Refused, more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/session': session,
    'GET /api/about': ABOUT,
    'GET /api/assets': [],
    'GET /api/tags': EMPTY,
    'GET /api/overview': {
      sentence: { zh: '一切正常', en: 'All well' },
      figures: [],
      abnormal: [],
      advice: [],
      sites: [],
    },
    'GET /api/advice': EMPTY,
    'GET /api/search': [],
    ...more,
  });

describe('login', () => {
  const fill = () => {
    fireEvent.change(screen.getByLabelText('用户名'), { target: { value: 'wang' } });
    fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'secret' } });
    fireEvent.click(screen.getByRole('button', { name: '登录' }));
  };

  it('says what is wrong and lets the person try again', async () => {
    shell(new Refused(401), { 'POST /api/session': new Refused(401) });
    render(<App />);
    await screen.findByLabelText('用户名');
    fill();
    expect(await screen.findByText('用户名或密码不对。')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '登录' }).disabled).toBe(false);
  });

  it('opens the page that was asked for', async () => {
    history.replaceState(null, '', '/overview?range=7d');
    const server = shell(new Refused(401), { 'POST /api/session': sessionOf('ADMIN') });
    render(<App />);
    await screen.findByLabelText('用户名');
    fill();
    expect(await screen.findByRole('heading', { name: '总览' })).toBeTruthy();
    expect(location.search).toContain('range=7d');
    expect(server.calls.find(call => call.method === 'POST')?.body).toEqual({
      username: 'wang',
      password: 'secret',
    });
  });

  it('comes back with a reason when the session ends', async () => {
    shell(sessionOf('ADMIN'), { 'GET /api/overview': new Refused(401) });
    render(<App />);
    expect(await screen.findByText(/登录已过期/)).toBeTruthy();
  });

  it('asks for a password of one’s own when it is due', async () => {
    const server = shell(
      { ...sessionOf('ADMIN'), mustChangePassword: true },
      { 'PUT /api/session/password': {} },
    );
    render(<App />);
    await screen.findByLabelText('当前密码');
    const type = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    type('当前密码', 'old-password');
    type('新密码', 'new-password-1');
    type('再输一次新密码', 'other');
    fireEvent.submit(screen.getByLabelText('新密码').closest('form')!);
    expect(screen.getByText('两次输入的新密码不同。')).toBeTruthy();
    type('再输一次新密码', 'new-password-1');
    fireEvent.submit(screen.getByLabelText('新密码').closest('form')!);
    await waitFor(() => expect(server.to('/api/session/password')).toHaveLength(1));
    expect(server.to('/api/session/password')[0]?.body).toEqual({
      current: 'old-password',
      next: 'new-password-1',
    });
  });

  it('says so when no server answers, and tries again', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    render(<App />);
    expect(await screen.findByText('服务器没有应答')).toBeTruthy();
    shell(new Refused(401));
    fireEvent.click(screen.getByRole('button', { name: '再试' }));
    expect(await screen.findByLabelText('用户名')).toBeTruthy();
  });
});

describe('the frame', () => {
  const open = async (session: Session = { ...sessionOf('ADMIN'), mode: 'demo' }) => {
    history.replaceState(null, '', '/overview?asset=5&range=7d');
    shell(session);
    render(<App />);
    await screen.findByRole('heading', { name: '总览' });
    act(() => lines.last().open());
    act(() => lines.last().send('status', STATUS));
  };

  it('shows alarm counts, data age, sources, quality, models and that the plant is virtual', async () => {
    await open();
    const alarms = screen.getByRole('navigation', { name: '报警' });
    expect([...alarms.querySelectorAll('a')].map(link => link.textContent)).toEqual(['13', '211', '327']);
    const bar = document.querySelector('footer[class*=bar]')?.textContent ?? '';
    for (const words of ['0.8 s', '1 / 2', '99.4', '在用 4 · 漂移 1', '虚拟产线 · 非真实运行数据'])
      expect(bar).toContain(words);
  });

  it('carries the demo banner on every page', async () => {
    await open();
    expect(screen.getByRole('note').textContent).toContain('演示环境');
    fireEvent.click(screen.getByRole('link', { name: '趋势' }));
    await screen.findByRole('heading', { name: '趋势' });
    expect(screen.getByRole('note').textContent).toContain('演示环境');
  });

  it('keeps asset and time range from page to page', async () => {
    await open();
    expect(screen.getByRole('link', { name: '趋势' }).getAttribute('href')).toBe('/trends?asset=5&range=7d');
  });

  it('hides the users from those who may not manage them', async () => {
    await open(sessionOf('ENGINEER'));
    expect(screen.queryByRole('link', { name: '用户' })).toBeNull();
  });

  it('opens search by / and goes to a page with Enter', async () => {
    await open();
    fireEvent.keyDown(document.body, { key: '/' });
    // At once: what is typed next must land in the field.
    const field = screen.getByRole('combobox', { name: '搜索' });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: '趋' } });
    await screen.findByRole('option', { name: /趋势/ });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByRole('heading', { name: '趋势' })).toBeTruthy();
  });

  it('lists the keys by ?', async () => {
    await open();
    fireEvent.keyDown(document.body, { key: '?', shiftKey: true });
    expect((await screen.findByRole('dialog')).textContent).toContain('搜索');
  });

  it('changes language and theme in place and remembers both', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: '切换到英文' }));
    expect(await screen.findByRole('heading', { name: 'Overview' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
    fireEvent.click(screen.getByRole('button', { name: 'Switch to dark' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect([localStorage.getItem('kunan.language'), localStorage.getItem('kunan.theme')]).toEqual([
      'en',
      'dark',
    ]);
  });

  it('says when the line to the server is lost', async () => {
    await open();
    act(() => lines.last().break());
    expect(screen.getByText('断开')).toBeTruthy();
  });

  it('has a page for an address that is none', async () => {
    history.replaceState(null, '', '/nowhere');
    shell(sessionOf('ADMIN'));
    render(<App />);
    expect(await screen.findByRole('heading', { name: '没有这一页', level: 1 })).toBeTruthy();
  });
});
