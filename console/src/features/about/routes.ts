import type { FeatureRoute } from '@/shared/nav/feature-route';

export const routes: FeatureRoute[] = [{ path: 'about', load: () => import('./about-page') }];
