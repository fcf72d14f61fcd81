import type { FeatureRoute } from '@/shared/nav/feature-route';

export const routes: FeatureRoute[] = [
  { path: 'assets', load: () => import('./assets-page') },
  // The server's search names an asset so.
  { path: 'assets/:assetId', load: () => import('./asset-redirect') },
];
