import { fireEvent, screen, within } from '@testing-library/react';
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
