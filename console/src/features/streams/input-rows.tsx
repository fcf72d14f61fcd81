import { Input } from 'antd';
import { useTags } from '@/shared/assets/tags';
import { Button } from '@/shared/ui/button';
import type { Input as Row } from './definition';
import { Field } from './fault';
import { useStreamsText } from './locale/texts';
import { gather, spread } from './spread';
import styles from './streams.module.css';
import { TagNameField } from './tag-name-field';
import type { DraftState } from './use-draft';

const NAMES = ['x', 'y', 'z', 'u', 'v', 'w'];

/** The tags a job reads, under the short names of its expressions, and the assets at which it runs. */
export function InputRows({ state }: { state: DraftState }) {
  const t = useStreamsText();
  const { inputs } = state.draft;
  const put = (i: number, row: Row) =>
    state.put(
      'inputs',
      inputs.map((one, k) => (k === i ? row : one)),
    );
  const free = NAMES.find(name => inputs.every(one => one.name !== name)) ?? `x${inputs.length}`;
  return (
    <>
      <Field label={t('field.inputs')} path="inputs" hint={t('field.inputs.hint')}>
        {inputs.map((row, i) => (
          <div key={i} className={styles.line}>
            <Input
              className={styles.short}
              aria-label={t('field.inputName')}
              value={row.name}
              maxLength={40}
              onChange={event => put(i, { ...row, name: event.target.value })}
            />
            <TagNameField label={t('field.tag')} value={row.tag} onChange={tag => put(i, { ...row, tag })} />
            <Button
              kind="text"
              aria-label={t('remove')}
              disabled={inputs.length === 1}
              onClick={() =>
                state.put(
                  'inputs',
                  inputs.filter((_, k) => k !== i),
                )
              }
            >
              {'✕'}
            </Button>
          </div>
        ))}
        <Button kind="text" onClick={() => state.put('inputs', [...inputs, { name: free, tag: '' }])}>
          {t('field.addInput')}
        </Button>
      </Field>
      <AssetsField state={state} />
    </>
  );
}

function AssetsField({ state }: { state: DraftState }) {
  const t = useStreamsText();
  const { assets, inputs } = state.draft;
  const first = inputs[0]?.tag ?? '';
  const ending = first.slice(first.lastIndexOf('.') + 1);
  const like = useTags(
    { query: ending, subtree: true, size: 1000 },
    assets.length === 0 && first.includes('.'),
  );
  const found = (like.data?.items ?? []).filter(tag => tag.name.endsWith(`.${ending}`));
  return (
    <Field label={t('field.assets')} path="assets" hint={t('field.assets.hint')}>
      <div className={styles.line}>
        {assets.length === 0 ? (
          <>
            <span className="t2">{t('field.assets.once')}</span>
            <Button disabled={found.length < 2} onClick={() => state.change(draft => spread(draft, found))}>
              {t('field.assets.spread', { count: found.length })}
            </Button>
          </>
        ) : (
          <>
            <span className="chip" title={assets.join(' ')}>
              {t('field.assets.many', { count: assets.length, first: assets[0] ?? '' })}
            </span>
            <Button onClick={() => state.change(gather)}>{t('field.assets.gather')}</Button>
          </>
        )}
      </div>
    </Field>
  );
}
