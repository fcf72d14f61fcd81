import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { useTags, useTagsById } from './tags';

interface Props {
  value?: readonly number[];
  onChange?(tags: number[]): void;
  /** Only tags at or below this asset. */
  assetId?: number | null;
  /** A tag that is not offered. */
  except?: number | null;
  most: number;
  id?: string;
}

/** A field that finds several tags by words, on the server. */
export function TagsPicker({ value = [], onChange, assetId, except, most, id }: Props) {
  const t = useSharedText();
  const say = useSay();
  const [text, setText] = useState('');
  const query = useDeferredValue(text);
  const found = useTags({ assetId, subtree: true, query, size: 50 });
  const chosen = useTagsById(value);
  const tags = new Map([...(chosen.data ?? [])]);
  for (const tag of found.data?.items ?? []) if (tag.id !== except) tags.set(tag.id, tag);
  return (
    <Select<number[]>
      id={id}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      maxCount={most}
      style={{ width: '100%' }}
      placeholder={t('tag.pick')}
      value={[...value]}
      loading={found.isFetching}
      onChange={next => onChange?.(next)}
      options={[...tags.values()].map(tag => ({ value: tag.id, label: `${say(tag.label)} · ${tag.name}` }))}
    />
  );
}
