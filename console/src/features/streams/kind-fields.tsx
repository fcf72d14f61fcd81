import { Input, Select } from 'antd';
import { Segmented } from '@/shared/ui/segmented';
import { Field } from './fault';
import { useStreamsText } from './locale/texts';
import { MachineFields } from './machine-fields';
import { OutputRow, WindowOutputs } from './output-rows';
import { RuleFields } from './rule-fields';
import styles from './streams.module.css';
import type { DraftState } from './use-draft';

/** The fields of the kind chosen. */
export function KindFields({ state }: { state: DraftState }) {
  switch (state.draft.kind) {
    case 'calculation':
      return <CalculationFields state={state} />;
    case 'rule':
      return <RuleFields state={state} />;
    case 'window':
      return <WindowFields state={state} />;
    case 'state-machine':
      return <MachineFields state={state} />;
  }
}

/** An expression; the server says at once what it thinks of it. */
export function ExpressionField({
  state,
  of,
  path,
  label,
}: {
  state: DraftState;
  of: 'expression' | 'value' | 'when' | 'until';
  path: string;
  label: string;
}) {
  const t = useStreamsText();
  return (
    <Field
      label={label}
      path={path}
      hint={of === 'until' ? t('field.until.hint') : t('field.expression.hint')}
    >
      <Input.TextArea
        aria-label={label}
        className={styles.code}
        autoSize={{ minRows: 1, maxRows: 4 }}
        spellCheck={false}
        maxLength={2000}
        value={state.draft[of]}
        onChange={event => state.put(of, event.target.value)}
      />
    </Field>
  );
}

function CalculationFields({ state }: { state: DraftState }) {
  const t = useStreamsText();
  const { draft } = state;
  return (
    <>
      <ExpressionField state={state} of="expression" path="expression" label={t('field.expression')} />
      <Field label={t('field.output')} path="output" hint={t('field.output.hint')}>
        <OutputRow value={draft.output} onChange={value => state.put('output', value)} />
      </Field>
      <LengthField state={state} of="deadband" path="output.deadband" hint={t('field.deadband.hint')} />
    </>
  );
}

function WindowFields({ state }: { state: DraftState }) {
  const t = useStreamsText();
  const { windowKind } = state.draft;
  return (
    <>
      <ExpressionField state={state} of="expression" path="expression" label={t('field.expression')} />
      <Field label={t('field.window')} path="window.kind">
        <Select
          aria-label={t('field.window')}
          value={windowKind}
          onChange={value => state.put('windowKind', value)}
          options={(['tumbling', 'sliding', 'session'] as const).map(value => ({
            value,
            label: t(`window.${value}`),
          }))}
        />
      </Field>
      {windowKind === 'session' ? (
        <LengthField state={state} of="silence" path="window.silence" />
      ) : (
        <LengthField state={state} of="length" path="window.length" />
      )}
      {windowKind === 'sliding' && <LengthField state={state} of="every" path="window.every" />}
      <WindowOutputs state={state} />
    </>
  );
}

type Short =
  'deadband' | 'silence' | 'length' | 'every' | 'delay' | 'clearDelay' | 'hysteresis' | 'limit' | 'lateness';

/** A short field: a length of time such as 10m, or a number. */
export function LengthField({
  state,
  of,
  path,
  hint,
}: {
  state: DraftState;
  of: Short;
  path: string;
  hint?: string;
}) {
  const t = useStreamsText();
  return (
    <Field label={t(`field.${of}`)} path={path} hint={hint}>
      <Input
        className={styles.length}
        aria-label={t(`field.${of}`)}
        value={state.draft[of]}
        maxLength={20}
        onChange={event => state.put(of, event.target.value)}
      />
    </Field>
  );
}

/** Above a limit, below it, or by an expression. */
export function WayField({ state }: { state: DraftState }) {
  const t = useStreamsText();
  return (
    <Field label={t('field.way')} path="above, below or when">
      <Segmented
        label={t('field.way')}
        value={state.draft.way}
        onChange={way => state.put('way', way)}
        options={(['above', 'below', 'when'] as const).map(value => ({ value, label: t(`way.${value}`) }))}
      />
    </Field>
  );
}
