import type { FeatureRoute } from '@/shared/nav/feature-route';

export const routes: FeatureRoute[] = [{ path: 'users', load: () => import('./users-page') }];
