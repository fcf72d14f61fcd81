import { Dropdown, Modal } from 'antd';
import { useState } from 'react';
import { useSession, useSessionState } from '@/shared/session/session';
import { PasswordForm } from '../login/change-password-page';
import { useAppText } from '../locale/texts';
import styles from './user-menu.module.css';

/** Who is logged in, the way out, and the password. */
export function UserMenu() {
  const t = useAppText();
  const { user } = useSession();
  const { logout } = useSessionState();
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'who',
              disabled: true,
              label: `${user.username} · ${user.roles.map(role => t(`role.${role}`)).join(', ')}`,
            },
            { type: 'divider' },
            { key: 'password', label: t('password.title'), onClick: () => setChanging(true) },
            { key: 'logout', label: t('top.logout'), onClick: () => void logout() },
          ],
        }}
      >
        <button
          type="button"
          className={styles.who}
          aria-haspopup="menu"
          aria-label={t('top.user', { name: user.displayName })}
        >
          {user.displayName} <span aria-hidden>▾</span>
        </button>
      </Dropdown>
      <Modal
        open={changing}
        title={t('password.title')}
        footer={null}
        onCancel={() => setChanging(false)}
        destroyOnHidden
        width={360}
      >
        <PasswordForm onDone={() => setChanging(false)} />
      </Modal>
    </>
  );
}
