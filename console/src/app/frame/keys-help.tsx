import { Modal } from 'antd';
import { useListedKeys } from '@/shared/keys/keys';
import { useAppText } from '../locale/texts';

/** Every key that acts on the present page. */
export function KeysHelp({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useAppText();
  const keys = useListedKeys();
  return (
    <Modal open={open} title={t('keys.title')} footer={null} onCancel={onClose} width={360} destroyOnHidden>
      <dl style={{ display: 'grid', gridTemplateColumns: '96px 1fr', rowGap: 8 }}>
        {keys.map(binding => [
          <dt key={`${binding.keys}-key`}>
            <kbd>{binding.keys}</kbd>
          </dt>,
          <dd key={binding.keys}>{binding.label}</dd>,
        ])}
      </dl>
    </Modal>
  );
}
