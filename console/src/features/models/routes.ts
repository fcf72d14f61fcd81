import type { FeatureRoute } from '@/shared/nav/feature-route';

export const routes: FeatureRoute[] = [
  { path: 'models', load: () => import('./models-page') },
  { path: 'models/:id', load: () => import('./model-page') },
];
