package io.kunan.scenario.potline.internal;

import io.kunan.kernel.Micros;
import io.kunan.platform.advice.Advice;
import io.kunan.platform.advice.AdviceBook;
import io.kunan.platform.advice.AdviceDocument.Input;
import io.kunan.platform.advice.AdviceState;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.live.LiveValues;
import io.kunan.scenario.potline.PotQuantity;
import io.kunan.scenario.potline.core.FluorideAdvice;
import io.kunan.scenario.potline.core.FluorideParameters;
import io.kunan.scenario.potline.core.FluorideRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at every pot from time to time and proposes the dose of aluminium fluoride. */
@Component
public class FluorideAdvisor {
  /** What this advice is about; one proposal at a time for each pot. */
  public static final String KIND = "ALF3_DOSE";

  private static final Logger LOG = LoggerFactory.getLogger(FluorideAdvisor.class);
  private static final Duration VALID = Duration.ofHours(8);
  private static final double USUAL_TEMPERATURE = 955;
  private static final double USUAL_EXCESS = 10;
  private static final double URGENT_DEGREES = 8;

  private final Potrooms potrooms;
  private final PotInputs inputs;
  private final LiveValues live;
  private final AdviceBook book;
  private final Clock clock;

  FluorideAdvisor(
      Potrooms potrooms, PotInputs inputs, LiveValues live, AdviceBook book, Clock clock) {
    this.potrooms = potrooms;
    this.inputs = inputs;
    this.live = live;
    this.book = book;
    this.clock = clock;
  }

  /** What a site has set for a line. */
  public FluorideParameters parameters(Asset line) {
    return FluorideParameters.defaults(
        potrooms.setting(line, "temperatureTarget", USUAL_TEMPERATURE),
        potrooms.setting(line, "excessTarget", USUAL_EXCESS));
  }

  /**
   * Looks at all pots of all lines.
   *
   * @return proposals made
   */
  @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT20M")
  public int adviseAll() {
    int made = 0;
    for (Asset line : potrooms.lines()) {
      Map<Integer, Advice> open = new HashMap<>();
      book.list(AdviceState.PROPOSED, null, 0, 5_000).stream()
          .filter(advice -> advice.kind().equals(KIND))
          .forEach(advice -> open.put(advice.assetId(), advice));
      FluorideParameters parameters = parameters(line);
      for (Asset pot : potrooms.pots(line.id())) {
        made += advise(pot, parameters, Optional.ofNullable(open.get(pot.id().value()))) ? 1 : 0;
      }
    }
    LOG.info("looked at the fluoride of all pots, {} new proposals", made);
    return made;
  }

  private boolean advise(Asset pot, FluorideParameters parameters, Optional<Advice> open) {
    long now = Micros.of(clock.instant());
    FluorideRule rule = new FluorideRule(parameters);
    Optional<FluorideAdvice> decided = inputs.of(pot.id(), now).map(rule::decide);
    if (decided.isEmpty() || !(decided.get() instanceof FluorideAdvice.Change change)) {
      return false;
    }
    boolean same =
        open.filter(advice -> Math.abs(advice.document().to() - change.to()) < 3).isPresent();
    if (same) {
      return false;
    }
    Instant created = clock.instant();
    book.propose(
        Advice.propose(
            pot.id().value(),
            KIND,
            priority(change, parameters),
            created,
            created.plus(VALID),
            FluorideWords.document(change, parameters, shown(pot), isVirtual(pot))));
    return true;
  }

  private static int priority(FluorideAdvice.Change change, FluorideParameters parameters) {
    double off = Math.abs(change.temperature() - parameters.temperatureTarget());
    return off > URGENT_DEGREES ? 2 : 3;
  }

  private boolean isVirtual(Asset pot) {
    return potrooms
        .tag(pot.id(), PotQuantity.TEMPERATURE)
        .filter(tag -> tag.traits().virtual())
        .isPresent();
  }

  private List<Input> shown(Asset pot) {
    List<Input> shown = new ArrayList<>();
    for (PotQuantity quantity :
        List.of(
            PotQuantity.TEMPERATURE,
            PotQuantity.EXCESS,
            PotQuantity.DOSE,
            PotQuantity.FEED,
            PotQuantity.NOISE)) {
      Optional<Tag> tag = potrooms.tag(pot.id(), quantity);
      tag.flatMap(one -> live.find(one.id().value()))
          .ifPresent(
              value ->
                  shown.add(
                      new Input(
                          quantity.label(),
                          value.tag(),
                          value.value(),
                          tag.get().unit(),
                          Instant.ofEpochMilli((long) value.time()),
                          value.quality())));
    }
    return shown;
  }
}
