import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { ApiError } from '@/shared/api/client';
import { onLanguageChanged } from '@/shared/i18n/i18n';
import { SessionProvider } from '@/shared/session/session';
import { routes } from './routes';

/** Refusals of the server are final; only a lost answer is asked for again. */
function newClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        refetchOnWindowFocus: false,
        retry: (count, error) =>
          count < 2 && error instanceof ApiError && (error.offline || error.status >= 502),
      },
    },
  });
}

export function App() {
  const [client] = useState(newClient);
  // What the server says is in the language it was asked in.
  useEffect(() => onLanguageChanged(() => void client.invalidateQueries()), [client]);
  const [router] = useState(() => createBrowserRouter(routes));
  return (
    <QueryClientProvider client={client}>
      <SessionProvider>
        <RouterProvider router={router} />
      </SessionProvider>
    </QueryClientProvider>
  );
}
