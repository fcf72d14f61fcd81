import { AutoComplete } from 'antd';
import { useDeferredValue } from 'react';
import { useTags } from '@/shared/assets/tags';
import { useSay } from '@/shared/i18n/i18n';

interface Props {
  label: string;
  value: string;
  onChange(name: string): void;
}

/** The name of a tag, found by words on the server or typed, since a pattern may stand for many. */
export function TagNameField({ label, value, onChange }: Props) {
  const say = useSay();
  const query = useDeferredValue(value);
  const found = useTags({ query, subtree: true, size: 30 }, !query.includes('{'));
  return (
    <AutoComplete
      aria-label={label}
      style={{ width: '100%' }}
      value={value}
      onChange={next => onChange(next ?? '')}
      options={(found.data?.items ?? []).map(tag => ({
        value: tag.name,
        label: `${tag.name} · ${say(tag.label)} ${tag.unit}`,
      }))}
    />
  );
}
