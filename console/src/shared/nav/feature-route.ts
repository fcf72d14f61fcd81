import type { ComponentType } from 'react';

/** A page that a feature brings. Its code is fetched when the page is first opened. */
export interface FeatureRoute {
  /** Path below the root, with parameters as in react-router: "potline/pots/:assetId". */
  path: string;
  load(): Promise<{ default: ComponentType }>;
}
