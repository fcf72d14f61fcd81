import { Input } from 'antd';
import { useMemo, useState } from 'react';
import type { User } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { useSay } from '@/shared/i18n/i18n';
import { formatTime } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { DataTable } from '@/shared/ui/data-table';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import { type UserDraft, useDeleteUser, useSetPassword, type useUsers } from './api';
import { useUsersText } from './locale/texts';

interface Props {
  query: ReturnType<typeof useUsers>;
  onEdit?: (user: UserDraft) => void;
}

/** The people who may log in. */
export function PeoplePanel({ query, onEdit }: Props) {
  const t = useUsersText();
  const columns = useColumns();
  const [selected, setSelected] = useState<number | null>(null);
  const [asked, setAsked] = useState<'password' | 'remove' | null>(null);
  const chosen = query.data?.find(user => user.id === selected);
  return (
    <Panel title={t('people')} meta={t('people.meta')} className="grow">
      <QueryView query={query} rows={6}>
        {users => (
          <DataTable
            label={t('people')}
            columns={columns}
            rows={users}
            rowKey={row => row.id}
            selected={selected}
            onSelect={row => setSelected(row.id)}
            onOpen={onEdit}
            keys
            exportAs="users"
            empty={<EmptyState title={t('none')} />}
            footer={
              onEdit && chosen ? (
                <>
                  <Button kind="text" onClick={() => onEdit(chosen)}>
                    {t('edit')}
                  </Button>
                  <Button kind="text" onClick={() => setAsked('password')}>
                    {t('password')}
                  </Button>
                  <Button kind="text" onClick={() => setAsked('remove')}>
                    {t('remove')}
                  </Button>
                </>
              ) : undefined
            }
          />
        )}
      </QueryView>
      {chosen && asked === 'password' && <PasswordDialog user={chosen} onClose={() => setAsked(null)} />}
      {chosen && asked === 'remove' && <RemoveDialog user={chosen} onClose={() => setAsked(null)} />}
    </Panel>
  );
}

interface DialogProps {
  user: User;
  onClose(): void;
}

function PasswordDialog({ user, onClose }: DialogProps) {
  const t = useUsersText();
  const setPassword = useSetPassword();
  const [next, setNext] = useState('');
  return (
    <ConfirmDialog
      open
      title={`${t('password')}: ${user.displayName}`}
      okText={t('password')}
      onConfirm={() => setPassword.mutateAsync({ id: user.id, next })}
      onClose={onClose}
    >
      <Input.Password
        autoComplete="new-password"
        aria-label={t('form.password.next')}
        placeholder={t('form.password.hint')}
        value={next}
        onChange={event => setNext(event.target.value)}
      />
    </ConfirmDialog>
  );
}

function RemoveDialog({ user, onClose }: DialogProps) {
  const t = useUsersText();
  const remove = useDeleteUser();
  return (
    <ConfirmDialog
      open
      danger
      title={t('remove.title')}
      okText={t('remove')}
      onConfirm={() => remove.mutateAsync(user.id)}
      onClose={onClose}
    >
      {t('remove.detail', { name: user.displayName })}
    </ConfirmDialog>
  );
}

function useColumns(): Column<User>[] {
  const t = useUsersText();
  const say = useSay();
  const { tree } = useAssets();
  return useMemo(() => {
    const sites = (user: User) =>
      user.sites.length === 0
        ? t('sites.all')
        : user.sites.map(id => say(tree.find(id)?.name) || id).join(', ');
    const roles = (user: User) => user.roles.map(role => t(`role.${role}`)).join(', ');
    return [
      {
        key: 'username',
        title: t('column.username'),
        width: 180,
        render: row => <b>{row.username}</b>,
        value: row => row.username,
      },
      {
        key: 'name',
        title: t('column.name'),
        width: 200,
        render: row => row.displayName,
        value: row => row.displayName,
      },
      { key: 'roles', title: t('column.roles'), width: 220, render: roles, value: roles },
      { key: 'sites', title: t('column.sites'), render: sites, value: sites },
      {
        key: 'lastLogin',
        title: t('column.lastLogin'),
        width: 140,
        render: row => (row.lastLogin ? formatTime(row.lastLogin) : <span className="t3">{t('never')}</span>),
        value: row => row.lastLogin,
      },
      {
        key: 'enabled',
        title: t('column.enabled'),
        width: 92,
        render: row => (
          <span className={row.enabled ? undefined : 't3'}>{t(row.enabled ? 'enabled' : 'disabled')}</span>
        ),
        value: row => Number(row.enabled),
      },
    ];
  }, [t, say, tree]);
}
