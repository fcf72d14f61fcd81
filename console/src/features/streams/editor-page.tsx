import { useParams } from 'react-router';
import { useSay } from '@/shared/i18n/i18n';
import { AppLink } from '@/shared/nav/app-link';
import { useMay } from '@/shared/session/session';
import { Page } from '@/shared/ui/page';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { useStreamJob } from './api';
import { draftOf } from './convert';
import { emptyDraft } from './definition';
import { Editor } from './editor';
import { useStreamsText } from './locale/texts';

/** One job under the pen: a new one, or a new version of one that is there. */
export default function EditorPage() {
  const t = useStreamsText();
  const say = useSay();
  const asked = useParams().id;
  const id = asked === 'new' ? null : Number(asked) || 0;
  const may = useMay('ENGINEER');
  const query = useStreamJob(id);
  const job = query.data;
  if (id === null && may) return <Editor id={null} version={0} mode="OFF" first={emptyDraft} />;
  if (job && may) {
    return (
      <Editor
        key={job.version}
        id={job.id}
        version={job.version}
        mode={job.mode}
        first={draftOf(job.name, job.definition)}
      />
    );
  }
  return (
    <Page title={job ? say(job.name) : t('title')} actions={<AppLink to="/streams">{t('back')}</AppLink>}>
      {may ? (
        <QueryView query={query} rows={8}>
          {() => null}
        </QueryView>
      ) : (
        <EmptyState title={t('noRight')} />
      )}
    </Page>
  );
}
