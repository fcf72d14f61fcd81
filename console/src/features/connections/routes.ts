import type { FeatureRoute } from '@/shared/nav/feature-route';

export const routes: FeatureRoute[] = [{ path: 'connections', load: () => import('./connections-page') }];
