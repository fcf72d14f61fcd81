package io.kunan.scenario.potline.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Quality;
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
import io.kunan.scenario.potline.core.Sample;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** The dose is set once a day: within this time a crew has decided. */
  private static final Duration VALID_FOR_CREW = Duration.ofHours(24);

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
    Instant now = clock.instant();
    for (Asset line : potrooms.lines()) {
      Map<Integer, Advice> open = new HashMap<>();
      book.list(AdviceState.PROPOSED, null, 0, 5_000).stream()
          .filter(advice -> advice.kind().equals(KIND))
          .forEach(advice -> open.put(advice.assetId(), advice));
      Map<Asset, FluorideInputs> known = known(line, now);
      FluorideParameters parameters = trimmed(parameters(line), known.values());
      trims.put(line.id().value(), parameters.lineTrim());
      Set<Integer> decided = book.decidedSince(KIND, now.minus(quiet(parameters)));
      List<Advice> wanted = new ArrayList<>();
      for (Map.Entry<Asset, FluorideInputs> pot : known.entrySet()) {
        if (!decided.contains(pot.getKey().id().value())) {
          Optional<Advice> standing = Optional.ofNullable(open.get(pot.getKey().id().value()));
          advise(pot.getKey(), pot.getValue(), parameters, standing, now).ifPresent(wanted::add);
        }
      }
      // the newest stand first in every list, so the largest is made last
      wanted.stream()
          .sorted(Comparator.comparingDouble(FluorideAdvisor::size))
          .forEach(book::propose);
      made += wanted.size();
    }
    LOG.info("looked at the fluoride of all pots, {} new proposals", made);
    return made;
  }

  @Override
  public int replay(Instant at) {
    int followed = 0;
    for (Asset line : potrooms.lines()) {
      Map<Asset, FluorideInputs> known = known(line, at);
      FluorideParameters parameters = trimmed(parameters(line), known.values());
      Map<AssetId, FluorideAdvice.Change> changes = new LinkedHashMap<>();
      known.forEach(
          (pot, inputs) -> {
            if (new FluorideRule(parameters).decide(inputs) instanceof FluorideAdvice.Change one) {
              changes.put(pot.id(), one);
            }
          });
      Map<AssetId, Instant> decided = inputs.followed(changes, at, VALID_FOR_CREW);
      for (Map.Entry<Asset, FluorideInputs> pot : known.entrySet()) {
        FluorideAdvice.Change change = changes.get(pot.getKey().id());
        Instant when = decided.get(pot.getKey().id());
        if (change != null && when != null) {
          followed++;
          book.replay(
              proposal(pot.getKey(), change, parameters, shown(pot.getKey(), pot.getValue()), at),
              when,
              isVirtual(pot.getKey()) ? "virtual crew · 虚拟班组" : "crew · 班组",
              "seen in the dose that was given · 由实际剂量得知");
        }
      }
    }
    return followed;
  }

  /** What was known of the pots of a line at an instant. */
  private Map<Asset, FluorideInputs> known(Asset line, Instant at) {
    List<Asset> pots = potrooms.pots(line.id());
    Map<AssetId, FluorideInputs> found =
        inputs.of(pots.stream().map(Asset::id).toList(), Micros.of(at));
    Map<Asset, FluorideInputs> known = new LinkedHashMap<>();
    for (Asset pot : pots) {
      FluorideInputs of = found.get(pot.id());
      if (of != null) {
        known.put(pot, of);
      }
    }
    return known;
  }

  /** The line is in balance at what its pots get in the middle; a pot is judged against that. */
  static FluorideParameters trimmed(
      FluorideParameters parameters, Collection<FluorideInputs> pots) {
    FluorideParameters untrimmed = parameters.withLineTrim(0);
    double[] beyond =
        pots.stream()
            .filter(pot -> !pot.dailyDoses().isEmpty())
            .mapToDouble(pot -> pot.dailyDoses().getLast() - untrimmed.baseDose(pot.aluminaFeed()))
            .sorted()
            .toArray();
    return beyond.length == 0 ? parameters : parameters.withLineTrim(beyond[beyond.length / 2]);
  }

  private static Duration quiet(FluorideParameters parameters) {
    return Duration.ofMinutes(Math.round(60 * parameters.deadBand().quietHours()));
  }

  private static double size(Advice advice) {
    return Math.abs(advice.document().to() - advice.document().from());
  }

  private Optional<Advice> advise(
      Asset pot,
      FluorideInputs known,
      FluorideParameters parameters,
      Optional<Advice> open,
      Instant now) {
    if (!(new FluorideRule(parameters).decide(known, open.isPresent())
        instanceof FluorideAdvice.Change change)) {
      return Optional.empty();
    }
    double again = parameters.deadBand().changeAgain();
    boolean same =
        open.filter(advice -> Math.abs(advice.document().to() - change.to()) < again).isPresent();
    return same
        ? Optional.empty()
        : Optional.of(proposal(pot, change, parameters, shown(pot), now));
  }

  private Advice proposal(
      Asset pot,
      FluorideAdvice.Change change,
      FluorideParameters parameters,
      List<Input> shown,
      Instant created) {
    return Advice.propose(
        pot.id().value(),
        KIND,
        priority(change, parameters),
        created,
        created.plus(VALID),
        FluorideWords.document(change, parameters, shown, isVirtual(pot)));
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

  /** What was known at an instant of the past. */
  private List<Input> shown(Asset pot, FluorideInputs known) {
    List<Input> shown = new ArrayList<>();
    last(known.temperatures())
        .ifPresent(sample -> shown.add(input(pot, PotQuantity.TEMPERATURE, sample)));
    last(known.excesses()).ifPresent(sample -> shown.add(input(pot, PotQuantity.EXCESS, sample)));
    Sample noise = new Sample(known.nowMicros(), known.nowMicros(), known.noise(), Quality.GOOD);
    shown.add(input(pot, PotQuantity.NOISE, noise));
    return shown;
  }

  private static Optional<Sample> last(List<Sample> samples) {
    return samples.isEmpty() ? Optional.empty() : Optional.of(samples.getLast());
  }

  private Input input(Asset pot, PotQuantity quantity, Sample sample) {
    Optional<Tag> tag = potrooms.tag(pot.id(), quantity);
    return new Input(
        quantity.label(),
        tag.map(one -> one.id().value()).orElse(null),
        sample.value(),
        tag.map(Tag::unit).orElse(""),
        Micros.toInstant(sample.takenMicros()),
        sample.quality() & 0xFFFF);
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
