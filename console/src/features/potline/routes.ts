import type { FeatureRoute } from '@/shared/nav/feature-route';

export const routes: FeatureRoute[] = [
  { path: 'potline', load: () => import('./potline-page') },
  { path: 'potline/pots/:assetId', load: () => import('./pot-page') },
];
