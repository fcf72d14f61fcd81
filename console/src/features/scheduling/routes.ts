import type { FeatureRoute } from '@/shared/nav/feature-route';

export const routes: FeatureRoute[] = [
  { path: 'scheduling', load: () => import('./scheduling-page') },
  { path: 'scheduling/actuals', load: () => import('./actuals-page') },
  { path: 'scheduling/load', load: () => import('./load-page') },
  { path: 'scheduling/compare', load: () => import('./compare-page') },
  { path: 'scheduling/desk', load: () => import('./desk-page') },
  { path: 'scheduling/import', load: () => import('./sheets-page') },
];
