import type { FeatureRoute } from '@/shared/nav/feature-route';

export const routes: FeatureRoute[] = [{ path: 'advice', load: () => import('./advice-page') }];
