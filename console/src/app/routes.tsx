import { Navigate, type RouteObject } from 'react-router';
import type { FeatureRoute } from '@/shared/nav/feature-route';
import { Gate } from './gate';
import { PageError } from './page-error';

const page = ({ path, load }: FeatureRoute): RouteObject => ({
  path,
  lazy: async () => ({ Component: (await load()).default }),
  ErrorBoundary: PageError,
});

/** Every feature names its pages in src/features/<name>/routes.ts; nothing else has to be told. */
export const featureRoutes: FeatureRoute[] = Object.values(
  import.meta.glob<FeatureRoute[]>('@/features/*/routes.ts', { eager: true, import: 'routes' }),
).flat();

export const routes: RouteObject[] = [
  {
    path: '/',
    element: <Gate />,
    ErrorBoundary: PageError,
    HydrateFallback: () => null,
    children: [
      { index: true, element: <Navigate to="/overview" replace /> },
      ...featureRoutes.map(page),
      page({ path: '*', load: () => import('./not-found') }),
    ],
  },
];
