import { NavLink } from 'react-router';
import { useCarry } from '@/shared/nav/app-link';
import { useMay } from '@/shared/session/session';
import { useAppText } from '../locale/texts';
import { Icon, type IconName } from './icons';
import styles from './rail.module.css';

/** What to look at, what to act on, where data come from, who and what this is. */
const GROUPS: readonly (readonly IconName[])[] = [
  ['overview', 'potline', 'scheduling', 'trends'],
  ['alarms', 'advice', 'events'],
  ['models', 'streams', 'assets', 'connections', 'imports'],
];
const LOWER: readonly IconName[] = ['users', 'about'];

export function Rail() {
  const t = useAppText();
  const carry = useCarry();
  const admin = useMay('ADMIN');
  const entry = (name: IconName) => (
    <NavLink
      key={name}
      to={carry(`/${name}`)}
      className={({ isActive }) => (isActive ? styles.on : undefined)}
    >
      <Icon name={name} />
      <span>{t(`nav.${name}`)}</span>
    </NavLink>
  );
  return (
    <nav className={styles.rail} aria-label={t('nav.label')}>
      {GROUPS.map((group, i) => (
        <div key={group[0]}>
          {i > 0 && <div className={styles.line} />}
          {group.map(entry)}
        </div>
      ))}
      <span className="space" />
      {LOWER.filter(name => name !== 'users' || admin).map(entry)}
    </nav>
  );
}
