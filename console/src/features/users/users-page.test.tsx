import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderPage } from '@/testing/render';
import { fakeServer, Refused } from '@/testing/server';
import UsersPage from './users-page';

const server = (more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/users': [
      { id: 1, username: 'admin', displayName: '管理员', roles: ['ADMIN'], sites: [], enabled: true },
      { id: 2, username: 'li', displayName: '李工', roles: ['ENGINEER'], sites: [], enabled: false },
    ],
    'GET /api/assets': [],
    'GET /api/audit': {
      items: [
        {
          seq: 4,
          at: '2026-11-20T06:00:00Z',
          actor: 'li',
          action: 'LOGIN',
          object: 'user 2',
          detail: '{}',
          hash: 'ab',
        },
      ],
      total: 1,
    },
    'POST /api/audit/verify': { ok: false, entries: 9, firstBroken: 4 },
    ...more,
  });

test('shows an administrator the people with their roles', async () => {
  server();
  renderPage(<UsersPage />, { at: '/users', roles: ['ADMIN'] });
  expect(await screen.findByText('李工')).toBeTruthy();
  expect(screen.getByText(/2 人，1 人启用/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '新增用户' })).toBeTruthy();
});

test('tells everybody else why neither people nor audit are shown, and counts nobody', async () => {
  const refused = new Refused(403, '需要管理员权限', '您的角色是查看员');
  server({ 'GET /api/users': refused, 'GET /api/audit': refused });
  renderPage(<UsersPage />, { at: '/users', roles: ['VIEWER'] });
  expect(await screen.findByText('需要管理员权限')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('您的角色是查看员');
  expect(screen.queryByText(/人启用/)).toBeNull();
  expect(screen.queryByRole('button', { name: '新增用户' })).toBeNull();
  fireEvent.click(screen.getByText('审计'));
  expect(await screen.findByText('需要管理员权限')).toBeTruthy();
});

test('says at which record the audit chain is broken', async () => {
  server();
  renderPage(<UsersPage />, { at: '/users', roles: ['ADMIN'] });
  fireEvent.click(await screen.findByText('审计'));
  fireEvent.click(await screen.findByRole('button', { name: '校验全链' }));
  await waitFor(() => expect(screen.getByText(/第 4 条处断裂/)).toBeTruthy());
});

test('the audit is sorted, filtered and exported by the server, number and time among the columns', async () => {
  const at = server();
  const gone = vi.spyOn(location, 'assign').mockImplementation(() => undefined);
  renderPage(<UsersPage />, { at: '/users', roles: ['ADMIN'] });
  fireEvent.click(await screen.findByText('审计'));
  fireEvent.click(await screen.findByTitle('按谁排序'));
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'login' } });
  await waitFor(() => expect(at.to('/api/audit').at(-1)?.query.get('query')).toBe('login'));
  expect(at.to('/api/audit').at(-1)?.query.get('sort')).toBe('ACTOR');
  fireEvent.click(await screen.findByRole('button', { name: 'CSV' }));
  expect(gone).toHaveBeenCalledWith('/api/audit/export?sort=ACTOR&down=false&query=login');
});
