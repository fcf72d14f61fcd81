package io.kunan.platform.audit;

/**
 * Records changes. An entry belongs to the transaction of the change it tells of: both happen, or
 * neither. Calling it outside a transaction is a fault.
 */
public interface AuditTrail {
  /** Who did what nobody asked for: a job, a start, an expiry. */
  String SYSTEM = "system";

  /**
   * Records what the person logged in (or the system, outside a request) did.
   *
   * @param action a stable name in capitals, such as {@code TAG_CREATED}
   * @param object what it was done to, such as {@code tag 12 P001.Temperature}
   * @param detail what changed, written as JSON; never a secret
   */
  void record(String action, String object, Object detail);

  /** Records what somebody did who is not (yet) logged in. */
  void recordAs(String actor, String action, String object, Object detail);
}
