package io.kunan.platform.advice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes advice from scenarios and decisions from people. */
public interface AdviceBook {
  /** Stores a proposal; the one still open for the same thing expires. */
  Advice propose(Advice advice);

  /**
   * A person will do it. Nothing is written to the plant.
   *
   * @throws io.kunan.platform.web.Refusal 404 when unknown, 409 when it is no longer open
   */
  Advice accept(long id, String by, @Nullable String comment);

  /** A person will not do it, for a reason. */
  Advice reject(long id, String by, String reason);

  /**
   * Keeps a proposal worked out afterwards, from what was known at its time, which the plant was
   * then seen to follow: accepted, so that its outcome is measured like any other's.
   *
   * @param by who is known to have decided, such as the crew of a virtual plant
   */
  Advice replay(Advice proposal, Instant decidedAt, String by, String reason);

  /** Equipment for which people have accepted or rejected an advice of a kind since an instant. */
  Set<Integer> decidedSince(String kind, Instant since);

  Optional<Advice> find(long id);

  /** The most urgent and newest first. */
  List<Advice> list(@Nullable AdviceState state, @Nullable Integer assetId, int page, int size);

  /** A page of that which is wanted, the most urgent and newest first. */
  List<Advice> list(AdviceQuery query);

  /** How much is wanted, on all pages. */
  long count(AdviceQuery query);
}
