import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import type { Role, Session } from '@/shared/api/contract';
import { SessionProvider } from '@/shared/session/session';

export function sessionOf(...roles: Role[]): Session {
  return {
    user: { id: 1, username: 'wang', displayName: 'Wang', roles, sites: [] },
    mustChangePassword: false,
    mode: 'normal',
    version: '0.1.0',
    virtualPlant: true,
  };
}

interface Options {
  /** Address of the page, with query. */
  at?: string;
  roles?: Role[];
}

/** Draws a component as it stands in the console: logged in, with a router and a query client. */
export function renderPage(ui: ReactNode, { at = '/', roles = ['ADMIN'] }: Options = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <SessionProvider initial={sessionOf(...roles)}>
        <MemoryRouter initialEntries={[at]}>{ui}</MemoryRouter>
      </SessionProvider>
    </QueryClientProvider>,
  );
}
