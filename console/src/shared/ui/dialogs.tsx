import { Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSharedText } from '@/shared/locale/texts';
import { ErrorState } from './states';

interface ConfirmProps {
  open: boolean;
  title: string;
  children: ReactNode;
  /** Verb on the button. */
  okText: string;
  danger?: boolean;
  onConfirm(): Promise<unknown> | void;
  onClose(): void;
}

function useBusy(onConfirm: () => Promise<unknown> | void, onClose: () => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const close = () => {
    setError(null);
    onClose();
  };
  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      close();
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, confirm, close };
}

/** Confirms only what cannot be undone; a refusal of the server is shown inside. */
export function ConfirmDialog({ open, title, children, okText, danger, onConfirm, onClose }: ConfirmProps) {
  const t = useSharedText();
  const { busy, error, confirm, close } = useBusy(onConfirm, onClose);
  return (
    <Modal
      open={open}
      title={title}
      okText={okText}
      cancelText={t('action.cancel')}
      okButtonProps={{ danger, loading: busy }}
      onOk={() => void confirm()}
      onCancel={close}
      destroyOnHidden
      width={440}
    >
      {children}
      {error ? <ErrorState error={error} /> : null}
    </Modal>
  );
}

interface ReasonProps {
  open: boolean;
  title: string;
  okText: string;
  children?: ReactNode;
  /** Reasons that people give often; a click fills the field. */
  suggestions?: readonly string[];
  minLength?: number;
  onConfirm(reason: string): Promise<unknown> | void;
  onClose(): void;
}

/** Asks for a reason in words, for rejecting an advice, shelving an alarm, promoting a model. */
export function ReasonDialog({ open, onClose, onConfirm, ...rest }: ReasonProps) {
  const [reason, setReason] = useState('');
  const { busy, error, confirm, close } = useBusy(
    () => onConfirm(reason.trim()),
    () => {
      setReason('');
      onClose();
    },
  );
  return (
    <ReasonForm
      {...rest}
      open={open}
      reason={reason}
      setReason={setReason}
      busy={busy}
      error={error}
      confirm={confirm}
      close={close}
    />
  );
}

interface FormProps extends Omit<ReasonProps, 'onConfirm' | 'onClose'> {
  reason: string;
  setReason(reason: string): void;
  busy: boolean;
  error: unknown;
  confirm(): Promise<void>;
  close(): void;
}

function ReasonForm(props: FormProps) {
  const {
    open,
    title,
    okText,
    children,
    suggestions = [],
    minLength = 4,
    reason,
    setReason,
    busy,
    error,
    confirm,
    close,
  } = props;
  const t = useSharedText();
  const short = reason.trim().length < minLength;
  return (
    <Modal
      open={open}
      title={title}
      okText={okText}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: short, loading: busy }}
      onOk={() => void confirm()}
      onCancel={close}
      destroyOnHidden
      width={480}
    >
      {children}
      <label className="t2 small" htmlFor="reason">
        {t('reason.label')}
      </label>
      <Input.TextArea
        id="reason"
        autoFocus
        rows={3}
        maxLength={500}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <div className="row" style={{ flexWrap: 'wrap', margin: '8px 0' }}>
        {suggestions.map(one => (
          <button key={one} type="button" className="chip" onClick={() => setReason(one)}>
            {one}
          </button>
        ))}
      </div>
      {short && <div className="t3 small">{t('reason.required', { count: minLength })}</div>}
      {error ? <ErrorState error={error} /> : null}
    </Modal>
  );
}
