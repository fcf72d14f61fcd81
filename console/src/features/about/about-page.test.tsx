import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '@/testing/render';
import { fakeServer } from '@/testing/server';
import AboutPage from './about-page';

test('lists the delivered components with their licences, to be searched and exported', async () => {
  fakeServer({
    'GET /api/about': { version: '0.1.0', commit: 'abc', java: '25', mode: 'normal' },
    'GET /api/about/licences': [
      { name: 'org.postgresql:postgresql', version: '42.7.11', licence: 'BSD-2-Clause' },
      { name: 'echarts', version: '6.1.0', licence: 'Apache-2.0' },
    ],
  });
  renderPage(<AboutPage />, { at: '/about' });
  const table = await screen.findByRole('table', { name: '第三方组件' });
  expect(table.textContent).toContain('org.postgresql:postgresql42.7.11BSD-2-Clause');
  fireEvent.change(screen.getByRole('searchbox', { name: '筛选' }), { target: { value: 'apache' } });
  expect(within(table).queryByText('org.postgresql:postgresql')).toBeNull();
  expect(within(table).getByText('echarts')).toBeTruthy();
  expect(screen.getByRole('button', { name: /CSV/ })).toBeTruthy();
});

test('an administrator says how long a class of tags is kept, and is told what goes', async () => {
  const at = fakeServer({
    'GET /api/about': { version: '0.1.0', commit: '', java: '25', mode: 'normal' },
    'GET /api/about/licences': [],
    'GET /api/history/figures': {
      hotPoints: 2e6,
      sealedPoints: 40e6,
      pointFiles: 12,
      folderBytes: 90 * 2 ** 20,
    },
    'GET /api/history/retention': [{ name: 'default', tags: 4805 }],
    'PUT /api/history/retention/default': [],
  });
  const { unmount } = renderPage(<AboutPage />, { at: '/about', roles: ['ADMIN'] });
  expect(await screen.findByText('42.0 百万点，12 个文件，90 MB')).toBeTruthy();
  expect(screen.getAllByText('永久')).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: /修\s*改/ }));
  fireEvent.change(await screen.findByLabelText('数据点保留天数'), { target: { value: '400' } });
  expect(await screen.findByText(/4805 个标签早于 400 天/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /保\s*存/ }));
  await waitFor(() => expect(at.to('/api/history/retention/default')[0]?.body).toEqual({ pointDays: 400 }));
  unmount();
  renderPage(<AboutPage />, { at: '/about', roles: ['ENGINEER'] });
  const change: HTMLButtonElement = await screen.findByRole('button', { name: /修\s*改/ });
  expect(change.disabled).toBe(true);
});
