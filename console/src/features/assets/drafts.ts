import type { Asset, Tag } from '@/shared/api/contract';
import { type AssetDraft, kindsBelow } from './api';

/** An asset to be made below another one. */
export const emptyAsset = (parent: Asset | undefined): AssetDraft => ({
  id: 0,
  parentId: parent?.id ?? null,
  kind: kindsBelow(parent?.kind)[0] ?? 'EQUIPMENT',
  code: '',
  name: { zh: '', en: '' },
  template: null,
  position: null,
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
