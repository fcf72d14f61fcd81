import type { FeatureRoute } from '@/shared/nav/feature-route';

export const routes: FeatureRoute[] = [
  { path: 'streams', load: () => import('./streams-page') },
  { path: 'streams/:id', load: () => import('./editor-page') },
];
