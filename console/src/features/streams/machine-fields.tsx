import { Input, Select } from 'antd';
import { Button } from '@/shared/ui/button';
import { ATTRIBUTE_FIGURES, type Kept, type Way } from './definition';
import { Field } from './fault';
import { useStreamsText } from './locale/texts';
import styles from './streams.module.css';
import type { DraftState } from './use-draft';

const replaced = <T,>(all: readonly T[], i: number, one: T) => all.map((old, k) => (k === i ? one : old));
const without = <T,>(all: readonly T[], i: number) => all.filter((_, k) => k !== i);

/** States of a batch or a machine, the ways between them, and what is kept of each event. */
export function MachineFields({ state }: { state: DraftState }) {
  const t = useStreamsText();
  const { event, states } = state.draft;
  return (
    <>
      <Field label={t('field.event')} path="event" hint={t('field.event.hint')}>
        <Input
          aria-label={t('field.event')}
          maxLength={80}
          value={event}
          onChange={change => state.put('event', change.target.value)}
        />
      </Field>
      <Field label={t('field.states')} path="states" hint={t('field.states.hint')}>
        <Select
          mode="tags"
          aria-label={t('field.states')}
          style={{ width: '100%' }}
          value={states}
          onChange={value => state.put('states', value)}
          open={false}
          suffixIcon={null}
        />
      </Field>
      <Ways state={state} />
      <KeptFigures state={state} />
    </>
  );
}

function Ways({ state }: { state: DraftState }) {
  const t = useStreamsText();
  const { states, transitions } = state.draft;
  const put = (i: number, way: Way) => state.put('transitions', replaced(transitions, i, way));
  const options = states.map(value => ({ value }));
  const [from = '', to = ''] = states;
  return (
    <Field label={t('field.transitions')} path="transitions">
      {transitions.map((way, i) => (
        <div key={i} className={styles.line}>
          <Select
            className={styles.figure}
            aria-label={t('field.from')}
            value={way.from}
            options={options}
            onChange={value => put(i, { ...way, from: value })}
          />
          <span className="t3">{'→'}</span>
          <Select
            className={styles.figure}
            aria-label={t('field.to')}
            value={way.to}
            options={options}
            onChange={value => put(i, { ...way, to: value })}
          />
          <Input
            className={styles.code}
            aria-label={t('field.when')}
            value={way.when}
            onChange={change => put(i, { ...way, when: change.target.value })}
          />
          <Input
            className={styles.short}
            aria-label={t('field.delay')}
            value={way.delay}
            onChange={change => put(i, { ...way, delay: change.target.value })}
          />
          <Remove onClick={() => state.put('transitions', without(transitions, i))} />
        </div>
      ))}
      <Button
        kind="text"
        onClick={() => state.put('transitions', [...transitions, { from, to, when: '', delay: '0s' }])}
      >
        {t('field.addTransition')}
      </Button>
    </Field>
  );
}

function KeptFigures({ state }: { state: DraftState }) {
  const t = useStreamsText();
  const { attributes } = state.draft;
  const put = (i: number, kept: Kept) => state.put('attributes', replaced(attributes, i, kept));
  return (
    <Field label={t('field.attributes')} path="attributes" hint={t('field.attributes.hint')}>
      {attributes.map((kept, i) => (
        <div key={i} className={styles.line}>
          <Input
            className={styles.figure}
            aria-label={t('field.attributeName')}
            value={kept.name}
            onChange={change => put(i, { ...kept, name: change.target.value })}
          />
          <Select
            className={styles.figure}
            aria-label={t('field.figure')}
            value={kept.figure}
            options={ATTRIBUTE_FIGURES.map(value => ({ value, label: t(`figure.${value}`) }))}
            onChange={value => put(i, { ...kept, figure: value })}
          />
          <Input
            className={styles.code}
            aria-label={t('field.expression')}
            value={kept.of}
            onChange={change => put(i, { ...kept, of: change.target.value })}
          />
          <Remove onClick={() => state.put('attributes', without(attributes, i))} />
        </div>
      ))}
      <Button
        kind="text"
        onClick={() => state.put('attributes', [...attributes, { name: '', figure: 'max', of: 'x' }])}
      >
        {t('field.addAttribute')}
      </Button>
    </Field>
  );
}

function Remove({ onClick }: { onClick(): void }) {
  const t = useStreamsText();
  return (
    <Button kind="text" aria-label={t('remove')} onClick={onClick}>
      {'✕'}
    </Button>
  );
}
