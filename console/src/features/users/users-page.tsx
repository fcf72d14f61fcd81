import { useState } from 'react';
import { useMay } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { Segmented } from '@/shared/ui/segmented';
import { type UserDraft, useUsers } from './api';
import { AuditPanel } from './audit-panel';
import { useUsersText } from './locale/texts';
import { PeoplePanel } from './people-panel';
import { UserForm } from './user-form';

type View = 'people' | 'audit';

const EMPTY: UserDraft = {
  id: 0,
  username: '',
  displayName: '',
  roles: ['VIEWER'],
  sites: [],
  enabled: true,
};

/** Who may do what, and the trail of who did what. */
export default function UsersPage() {
  const t = useUsersText();
  const may = useMay('ADMIN');
  const users = useUsers();
  const [view, setView] = useState<View>('people');
  const [edited, setEdited] = useState<UserDraft | null>(null);
  const people = users.data;
  return (
    <Page
      title={t('title')}
      sentence={
        people && t('sentence', { count: people.length, enabled: people.filter(one => one.enabled).length })
      }
      actions={
        <>
          <Segmented<View>
            label={t('view')}
            value={view}
            onChange={setView}
            options={[
              { value: 'people', label: t('view.people') },
              { value: 'audit', label: t('view.audit') },
            ]}
          />
          {may && view === 'people' && (
            <Button kind="primary" onClick={() => setEdited(EMPTY)}>
              {t('new')}
            </Button>
          )}
        </>
      }
    >
      {view === 'people' ? (
        <PeoplePanel query={users} onEdit={may ? setEdited : undefined} />
      ) : (
        <AuditPanel />
      )}
      {edited && <UserForm draft={edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}
