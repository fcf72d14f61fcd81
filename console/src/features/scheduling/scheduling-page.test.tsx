import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '@/testing/render';
import { fakeServer } from '@/testing/server';
import SchedulingPage from './scheduling-page';

it('says what is missing when nothing is planned, and who may change that', async () => {
  fakeServer({ 'GET /api/scheduling': [], 'GET /api/assets': [] });
  renderPage(<SchedulingPage />, { roles: ['VIEWER'] });
  expect(await screen.findByText(/请工程师/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '生成虚拟工厂' })).toBeNull();
});

it('lets an engineer choose a plant before one is generated', async () => {
  fakeServer({ 'GET /api/scheduling': [], 'GET /api/assets': [] });
  renderPage(<SchedulingPage />, { roles: ['ENGINEER'] });
  const generate = await screen.findByRole('button', { name: '生成虚拟工厂' });
  expect((generate as HTMLButtonElement).disabled).toBe(true);
});
