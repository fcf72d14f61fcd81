import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { useTags, useTagsById } from './tags';

interface Props {
  value?: number | null;
  onChange?(tag: number | null): void;
  /** Only tags at or below this asset. */
  assetId?: number | null;
  disabled?: boolean;
}

/** A field that finds one tag by words, on the server. */
export function TagPicker({ value = null, onChange, assetId, disabled }: Props) {
  const t = useSharedText();
  const say = useSay();
  const [text, setText] = useState('');
  const query = useDeferredValue(text);
  const found = useTags({ assetId, subtree: true, query, size: 50 });
  const chosen = useTagsById(value === null ? [] : [value]);
  const tags = new Map((found.data?.items ?? []).map(tag => [tag.id, tag]));
  const current = value === null ? undefined : chosen.data?.get(value);
  if (current && !query) tags.set(current.id, current);
  return (
    <Select
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      disabled={disabled}
      style={{ width: '100%' }}
      placeholder={t('tag.pick')}
      aria-label={t('tag.pick')}
      value={value ?? undefined}
      loading={found.isFetching}
      onChange={next => onChange?.(next ?? null)}
      options={[...tags.values()].map(tag => ({ value: tag.id, label: `${say(tag.label)} · ${tag.name}` }))}
    />
  );
}
