import type { FeatureRoute } from '@/shared/nav/feature-route';

export const routes: FeatureRoute[] = [
  { path: 'alarms', load: () => import('./alarms-page') },
  { path: 'alarms/rules', load: () => import('./rules-page') },
];
