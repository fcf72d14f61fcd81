import type { FeatureRoute } from '@/shared/nav/feature-route';

export const routes: FeatureRoute[] = [
  { path: 'imports', load: () => import('./imports-page') },
  { path: 'imports/:importId', load: () => import('./import-page') },
];
