import type { FeatureRoute } from '@/shared/nav/feature-route';

export const routes: FeatureRoute[] = [{ path: 'events', load: () => import('./events-page') }];
