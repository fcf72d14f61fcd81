import type { ConnectionTest, ServerCertificate } from '@/shared/api/contract';
import { formatDate } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { ErrorState } from '@/shared/ui/states';
import { useTest, useTrust } from './api';
import { useConnectionsText } from './locale/texts';
import styles from './connections.module.css';

/** Connects once and says what came of it; a certificate that is not known yet can be trusted here. */
export function ConnectionCheck({ id }: { id: number }) {
  const t = useConnectionsText();
  const test = useTest(id);
  const trust = useTrust(id);
  const result = trust.data ?? test.data;
  const error = trust.error ?? test.error;
  const busy = test.isPending || trust.isPending;
  const again = () => {
    trust.reset();
    test.mutate();
  };
  return (
    <div className={styles.check}>
      <div className="row">
        <Button disabled={busy} onClick={again}>
          {t(busy ? 'test.running' : 'test')}
        </Button>
        <span className="t3 small">{t('test.detail')}</span>
      </div>
      {error ? <ErrorState error={error} /> : null}
      {result && !busy && <Outcome result={result} />}
      {result?.certificate && (
        <CertificateView
          certificate={result.certificate}
          busy={busy}
          onTrust={thumbprint => trust.mutate(thumbprint)}
        />
      )}
    </div>
  );
}

function Outcome({ result }: { result: ConnectionTest }) {
  const t = useConnectionsText();
  return (
    <p role="status" className="row">
      {!result.ok && <PriorityMark priority={2} />}
      <span>
        <b>{t(result.ok ? 'test.ok' : 'test.failed')}</b> {result.detail}{' '}
        <span className="t3">{result.serverName}</span>
      </span>
    </p>
  );
}

interface CertificateProps {
  certificate: ServerCertificate;
  busy: boolean;
  onTrust(thumbprint: string): void;
}

function CertificateView({ certificate, busy, onTrust }: CertificateProps) {
  const t = useConnectionsText();
  return (
    <div className={styles.certificate}>
      <p className="small">{certificate.subject}</p>
      <p className="t3 small">
        {t('certificate.valid', {
          from: formatDate(certificate.validFrom),
          to: formatDate(certificate.validTo),
        })}
      </p>
      <p className={`${styles.thumbprint} small`}>{certificate.thumbprint}</p>
      {certificate.trusted ? (
        <p className="t3 small">{t('certificate.trusted')}</p>
      ) : (
        <>
          <p className="t2 small">{t('certificate.compare')}</p>
          <Button disabled={busy} onClick={() => onTrust(certificate.thumbprint)}>
            {t('certificate.trust')}
          </Button>
        </>
      )}
    </div>
  );
}
