import { Form, InputNumber, Switch } from 'antd';
import type { Tag } from '@/shared/api/contract';
import { formatNumber, formatPercent } from '@/shared/format/number';
import { Button } from '@/shared/ui/button';
import { ErrorState } from '@/shared/ui/states';
import { useTryCompression } from './api';
import { useAssetsText } from './locale/texts';

type Compression = NonNullable<Tag['compression']>;

export interface CompressionDraft {
  compressed: boolean;
  compression: Compression;
}

const TEN_MINUTES = 600;
const OFF: Compression = { exceptionDeviation: 0, doorDeviation: 0, longestSeconds: TEN_MINUTES };

export const compressionDraft = (tag: Tag): CompressionDraft => ({
  compressed: Boolean(tag.compression),
  compression: tag.compression ?? OFF,
});

const FIELDS = ['exceptionDeviation', 'doorDeviation', 'longestSeconds'] as const;
const LONGEST = 86_400;

/** Which live points of a tag history keeps; off by default, and tried on the last week before it is switched on. */
export function CompressionFields({ tag, unit }: { tag: number; unit: string }) {
  const t = useAssetsText();
  const on = Form.useWatch<boolean>('compressed');
  return (
    <>
      <Form.Item
        name="compressed"
        label={t('compression')}
        valuePropName="checked"
        extra={t('compression.hint')}
      >
        <Switch size="small" />
      </Form.Item>
      {on && (
        <>
          {FIELDS.map(field => (
            <Form.Item
              key={field}
              name={['compression', field]}
              label={t(`compression.${field}`)}
              rules={[{ required: true, message: t('form.required') }]}
            >
              <InputNumber
                min={field === 'longestSeconds' ? 1 : 0}
                max={field === 'longestSeconds' ? LONGEST : undefined}
                suffix={field === 'longestSeconds' ? 's' : unit}
              />
            </Form.Item>
          ))}
          {tag !== 0 && <Trial tag={tag} unit={unit} />}
        </>
      )}
    </>
  );
}

/** "Would keep 8 % of last week's points, largest error 0.4": what the server finds in the history. */
function Trial({ tag, unit }: { tag: number; unit: string }) {
  const t = useAssetsText();
  const form = Form.useFormInstance<CompressionDraft>();
  const trial = useTryCompression(tag);
  const answer = trial.data;
  const words =
    answer &&
    (answer.points === 0
      ? t('compression.nothing')
      : t('compression.outcome', {
          share: formatPercent(answer.kept / answer.points),
          kept: formatNumber(answer.kept, 0),
          points: formatNumber(answer.points, 0),
          error: `${formatNumber(answer.maxError)} ${unit}`.trim(),
        }));
  return (
    <Form.Item label=" " colon={false}>
      <Button
        disabled={trial.isPending}
        onClick={() => trial.mutate(form.getFieldValue('compression') as Compression)}
      >
        {t('compression.try')}
      </Button>
      <p role="status" className="t2 small">
        {words}
      </p>
      {trial.error ? <ErrorState error={trial.error} /> : null}
    </Form.Item>
  );
}
