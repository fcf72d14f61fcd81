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
import io.kunan.scenario.potline.PotlineAdvisor;
import io.kunan.scenario.potline.core.FluorideAdvice;
import io.kunan.scenario.potline.core.FluorideInputs;
import io.kunan.scenario.potline.core.FluorideParameters;
import io.kunan.scenario.potline.core.FluorideRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at every pot from time to time and proposes the dose of aluminium fluoride. */
@Component
public class FluorideAdvisor implements PotlineAdvisor {
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
  private final Map<Integer, Double> trims = new ConcurrentHashMap<>();

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
            potrooms.setting(line, "excessTarget", USUAL_EXCESS))
        .withLineTrim(trims.getOrDefault(line.id().value(), 0.0));
  }

  @Override
  @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT20M")
  public int adviseAll() {
    int made = 0;
    for (Asset line : potrooms.lines()) {
      Map<Integer, Advice> open = new HashMap<>();
      book.list(AdviceState.PROPOSED, null, 0, 5_000).stream()
          .filter(advice -> advice.kind().equals(KIND))
          .forEach(advice -> open.put(advice.assetId(), advice));
      Map<Asset, FluorideInputs> known = new LinkedHashMap<>();
      long now = Micros.of(clock.instant());
      for (Asset pot : potrooms.pots(line.id())) {
        inputs.of(pot.id(), now).ifPresent(of -> known.put(pot, of));
      }
      FluorideParameters parameters = trimmed(parameters(line), known.values());
      trims.put(line.id().value(), parameters.lineTrim());
      for (Map.Entry<Asset, FluorideInputs> pot : known.entrySet()) {
        Optional<Advice> standing = Optional.ofNullable(open.get(pot.getKey().id().value()));
        made += advise(pot.getKey(), pot.getValue(), parameters, standing) ? 1 : 0;
      }
    }
    LOG.info("looked at the fluoride of all pots, {} new proposals", made);
    return made;
  }

  /** The line is in balance at what its pots get in the middle; a pot is judged against that. */
  private static FluorideParameters trimmed(
      FluorideParameters parameters, Collection<FluorideInputs> pots) {
    double[] beyond =
        pots.stream()
            .filter(pot -> !pot.dailyDoses().isEmpty())
            .mapToDouble(pot -> pot.dailyDoses().getLast() - parameters.baseDose(pot.aluminaFeed()))
            .sorted()
            .toArray();
    return beyond.length == 0 ? parameters : parameters.withLineTrim(beyond[beyond.length / 2]);
  }

  private boolean advise(
      Asset pot, FluorideInputs known, FluorideParameters parameters, Optional<Advice> open) {
    if (!(new FluorideRule(parameters).decide(known) instanceof FluorideAdvice.Change change)) {
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
