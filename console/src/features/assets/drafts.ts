import type { Asset, Tag } from '@/shared/api/contract';
import { kindsBelow } from './api';

/** An asset to be made below another one. */
export const emptyAsset = (parent: Asset | undefined): Asset => ({
  id: 0,
  parentId: parent?.id,
  kind: kindsBelow(parent?.kind)[0] ?? 'EQUIPMENT',
  code: '',
  name: { zh: '', en: '' },
  attributes: {},
});

export const emptyTag = (asset: Asset): Tag => ({
  id: 0,
  name: `${asset.code}.`,
  assetId: asset.id,
  quantity: '',
  label: { zh: '', en: '' },
  group: { zh: '', en: '' },
  unit: '',
  step: false,
  retentionClass: 'default',
  virtual: false,
});
