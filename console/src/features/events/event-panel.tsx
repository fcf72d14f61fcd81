import type { PlantEvent } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { useTags } from '@/shared/assets/tags';
import { useEventFacts } from '@/shared/events/event-words';
import { useSay } from '@/shared/i18n/i18n';
import { AppLink } from '@/shared/nav/app-link';
import { formatMoment } from '@/shared/time/plant-time';
import { SidePanel, Step } from '@/shared/ui/side-panel';
import { useEventsText } from './locale/texts';

interface Props {
  event: PlantEvent;
  onClose(): void;
}

/** One event with its attributes, and the way to the trend around it. */
export function EventPanel({ event, onClose }: Props) {
  const t = useEventsText();
  const say = useSay();
  const { tree } = useAssets();
  const tags = useTags({ assetId: event.assetId, size: 4 }).data?.items ?? [];
  const facts = useEventFacts()(event);
  return (
    <SidePanel
      title={say(tree.find(event.assetId)?.name)}
      marks={<span className="chip">{say(event.title)}</span>}
      onClose={onClose}
    >
      <Step step={1} title={t('step.state')}>
        <p>
          {formatMoment(event.start)} – {event.end ? formatMoment(event.end) : t('running')}
        </p>
        {tags.length > 0 && (
          <AppLink to={`/trends?tags=${tags.map(tag => tag.id).join(',')}&asset=${event.assetId}`}>
            {t('trend')}
          </AppLink>
        )}
      </Step>
      <Step step={2} title={t('step.why')}>
        {facts.length === 0 ? (
          <p className="t3 small">{t('noAttributes')}</p>
        ) : (
          <table style={{ width: '100%' }}>
            <tbody>
              {facts.map(({ name, label, value }) => (
                <tr key={name}>
                  <th scope="row" className="t2" style={{ textAlign: 'left', fontWeight: 400 }}>
                    {label}
                  </th>
                  <td className="right">{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Step>
    </SidePanel>
  );
}
