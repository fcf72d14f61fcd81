import type { PlantEvent } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { useTags } from '@/shared/assets/tags';
import { useEventFacts } from '@/shared/events/event-words';
import { useSay } from '@/shared/i18n/i18n';
import { AppLink } from '@/shared/nav/app-link';
import { useMay } from '@/shared/session/session';
import { formatMoment } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { SidePanel, Step } from '@/shared/ui/side-panel';
import { ErrorState } from '@/shared/ui/states';
import { useEndEvent, useEvent, useParts } from './api';
import { useEventsText } from './locale/texts';

interface Props {
  event: PlantEvent;
  onCorrect(): void;
  onClose(): void;
}

/** One event with its attributes, its whole and its parts, and the way to the trend around it. */
export function EventPanel({ event, onCorrect, onClose }: Props) {
  const t = useEventsText();
  const say = useSay();
  const { tree } = useAssets();
  const tags = useTags({ assetId: event.assetId, size: 4 }).data?.items ?? [];
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
        <Family event={event} />
      </Step>
      <Step step={2} title={t('step.why')}>
        <Facts event={event} />
      </Step>
      <Step step={3} title={t('step.do')}>
        <Actions event={event} onCorrect={onCorrect} />
      </Step>
    </SidePanel>
  );
}

/** The whole of which it is a part, and its own parts. */
function Family({ event }: { event: PlantEvent }) {
  const t = useEventsText();
  const whole = useEvent(event.parentId).data;
  const parts = useParts(event.id).data ?? [];
  return (
    <>
      {event.parentId && whole && (
        <p>
          {t('partOf')} <EventLink event={whole} />
        </p>
      )}
      {parts.length > 0 && (
        <>
          <p className="t3 small">{t('parts', { count: parts.length })}</p>
          <ul>
            {parts.map(part => (
              <li key={part.id}>
                <EventLink event={part} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function EventLink({ event }: { event: PlantEvent }) {
  const say = useSay();
  const { tree } = useAssets();
  return (
    <AppLink to={`/events?event=${event.id}`}>
      {[say(event.title), say(tree.find(event.assetId)?.name), formatMoment(event.start)].join(' · ')}
    </AppLink>
  );
}

function Facts({ event }: { event: PlantEvent }) {
  const t = useEventsText();
  const facts = useEventFacts()(event);
  if (facts.length === 0) return <p className="t3 small">{t('noAttributes')}</p>;
  return (
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
  );
}

function Actions({ event, onCorrect }: { event: PlantEvent; onCorrect(): void }) {
  const t = useEventsText();
  const may = useMay('OPERATOR', 'ENGINEER');
  const end = useEndEvent();
  if (!may) return <p className="t3 small">{t('noRight')}</p>;
  return (
    <>
      <div className="row">
        {!event.end && (
          <Button kind="primary" disabled={end.isPending} onClick={() => end.mutate(event)}>
            {t('end')}
          </Button>
        )}
        <Button onClick={onCorrect}>{t('correct')}</Button>
      </div>
      {end.error ? <ErrorState error={end.error} /> : null}
    </>
  );
}
