package io.kunan.platform.advice.internal;

import io.kunan.kernel.AssetId;
import io.kunan.platform.advice.Advice;
import io.kunan.platform.advice.AdviceBook;
import io.kunan.platform.advice.AdviceQuery;
import io.kunan.platform.advice.AdviceState;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.database.AfterCommit;
import io.kunan.platform.live.Notices;
import io.kunan.platform.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps advice in the database; each decision stands in the audit trail. */
@Component
class StoredAdviceBook implements AdviceBook {
  private final AdviceStore store;
  private final AuditTrail audit;
  private final Notices notices;
  private final SiteAccess sites;
  private final Clock clock;

  StoredAdviceBook(
      AdviceStore store, AuditTrail audit, Notices notices, SiteAccess sites, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.notices = notices;
    this.sites = sites;
    this.clock = clock;
  }

  record AdviceNotice(long id, int assetId, int priority, AdviceState state) {}

  @Override
  @Transactional
  public Advice propose(Advice advice) {
    Advice stored = store.propose(advice);
    tell(stored);
    return stored;
  }

  @Override
  @Transactional
  public Advice accept(long id, String by, @Nullable String comment) {
    return decide(id, AdviceState.ACCEPTED, by, comment);
  }

  @Override
  @Transactional
  public Advice reject(long id, String by, String reason) {
    return decide(id, AdviceState.REJECTED, by, reason);
  }

  @Override
  @Transactional
  public Advice replay(Advice proposal, Instant decidedAt, String by, String reason) {
    Advice kept = store.replay(proposal, decidedAt, by, reason);
    audit.record(
        "ADVICE_REPLAYED",
        "advice %d, asset %d".formatted(kept.id(), kept.assetId()),
        Map.of("decidedBy", by, "decidedAt", decidedAt.toString(), "reason", reason));
    return kept;
  }

  private Advice decide(long id, AdviceState state, String by, @Nullable String reason) {
    Advice known = store.find(id).orElseThrow(() -> Refusal.notFound("Advice " + id));
    Advice decided =
        store
            .decide(id, state, by, reason, clock.instant())
            .orElseThrow(
                () ->
                    Refusal.conflict(
                        known.state() == AdviceState.PROPOSED
                            ? "The advice expired at " + known.expiresAt()
                            : "The advice is already " + known.state(),
                        "look at the newest advice for this equipment"));
    audit.record(
        "ADVICE_" + state,
        "advice %d, asset %d".formatted(id, known.assetId()),
        Map.of("reason", Objects.toString(reason, ""), "to", known.document().to()));
    tell(decided);
    return decided;
  }

  private void tell(Advice advice) {
    AdviceNotice notice =
        new AdviceNotice(advice.id(), advice.assetId(), advice.priority(), advice.state());
    AfterCommit.run(
        () -> notices.publish("advice", notice, sites.audience(new AssetId(advice.assetId()))));
  }

  @Scheduled(fixedDelay = 30_000)
  void expire() {
    store.expire(clock.instant());
  }

  @Override
  public Set<Integer> decidedSince(String kind, Instant since) {
    return store.decidedSince(kind, since);
  }

  @Override
  public Optional<Advice> find(long id) {
    return store.find(id);
  }

  @Override
  public List<Advice> list(
      @Nullable AdviceState state, @Nullable Integer assetId, int page, int size) {
    return store.list(state, assetId, page, size);
  }

  @Override
  public List<Advice> list(AdviceQuery query) {
    return store.list(query);
  }

  @Override
  public long count(AdviceQuery query) {
    return store.count(query);
  }
}
