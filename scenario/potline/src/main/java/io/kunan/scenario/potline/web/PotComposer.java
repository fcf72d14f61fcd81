package io.kunan.scenario.potline.web;

import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import io.kunan.platform.advice.Advice;
import io.kunan.platform.advice.AdviceBook;
import io.kunan.platform.advice.AdviceDocument;
import io.kunan.platform.advice.AdviceOutcome;
import io.kunan.platform.advice.AdviceState;
import io.kunan.platform.advice.AdviceView;
import io.kunan.platform.alarms.AlarmView;
import io.kunan.platform.alarms.Alarms;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.events.EventView;
import io.kunan.platform.live.LiveValue;
import io.kunan.scenario.potline.PotQuantity;
import io.kunan.scenario.potline.core.DeadBand;
import io.kunan.scenario.potline.core.FluorideAdvice;
import io.kunan.scenario.potline.core.FluorideParameters;
import io.kunan.scenario.potline.core.FluorideRule;
import io.kunan.scenario.potline.internal.FluorideAdvisor;
import io.kunan.scenario.potline.internal.PotInputs;
import io.kunan.scenario.potline.internal.PotlineMaps;
import io.kunan.scenario.potline.internal.Potrooms;
import io.kunan.scenario.potline.web.PotlineViews.Contribution;
import io.kunan.scenario.potline.web.PotlineViews.PotFigure;
import io.kunan.scenario.potline.web.PotlineViews.PotResult;
import io.kunan.scenario.potline.web.PotlineViews.PotView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes the page of a pot. */
@Component
class PotComposer {
  private static final List<PotQuantity> SHOWN =
      List.of(
          PotQuantity.TEMPERATURE,
          PotQuantity.SUPERHEAT,
          PotQuantity.EXCESS,
          PotQuantity.VOLTAGE,
          PotQuantity.NOISE,
          PotQuantity.METAL_LEVEL);

  private final Potrooms potrooms;
  private final PotlineMaps maps;
  private final FluorideAdvisor advisor;
  private final PotInputs inputs;
  private final AdviceBook advice;
  private final Alarms alarms;
  private final Assets assets;

  PotComposer(
      Potrooms potrooms,
      PotlineMaps maps,
      FluorideAdvisor advisor,
      PotInputs inputs,
      AdviceBook advice,
      Alarms alarms,
      Assets assets) {
    this.potrooms = potrooms;
    this.maps = maps;
    this.advisor = advisor;
    this.inputs = inputs;
    this.advice = advice;
    this.alarms = alarms;
    this.assets = assets;
  }

  PotView compose(Asset pot) {
    int id = pot.id().value();
    Map<String, Integer> tags =
        assets.tags().of(pot.id()).stream()
            .collect(
                Collectors.toMap(
                    tag -> tag.traits().quantity(), tag -> tag.id().value(), (a, b) -> a));
    List<Advice> given = advice.list(null, id, 0, 50);
    return new PotView(
        id,
        pot.code(),
        ageDays(pot),
        "ADVISE",
        figures(pot),
        tags,
        given.stream().map(AdviceView::of).toList(),
        maps.events(pot.id(), Duration.ofDays(7)).stream().map(EventView::of).toList(),
        alarms.listOpen().stream()
            .filter(alarm -> alarm.assetId() == id)
            .map(alarm -> AlarmView.of(alarm, assets.tags().find(new TagId(alarm.tagId()))))
            .toList(),
        explanation(pot),
        results(pot, given));
  }

  /** Advice that was accepted, and what was measured afterwards. */
  private List<PotResult> results(Asset pot, List<Advice> given) {
    ZoneId zone = potrooms.zone(pot.id());
    return given.stream()
        .filter(one -> one.state() == AdviceState.ACCEPTED || one.state() == AdviceState.EVALUATED)
        .map(one -> result(one, zone))
        .toList();
  }

  private static PotResult result(Advice advice, ZoneId zone) {
    AdviceDocument document = advice.document();
    AdviceOutcome outcome = advice.outcome();
    Instant decided = Objects.requireNonNullElse(advice.decidedAt(), advice.createdAt());
    return new PotResult(
        advice.id(),
        decided.atZone(zone).toLocalDate().toString(),
        words(document),
        document.expected().change(),
        outcome == null ? null : outcome.effect(),
        document.expected().unit(),
        outcome != null && Boolean.TRUE.equals(outcome.inExpectedBand()),
        outcome,
        advice.replayed(),
        document.virtual());
  }

  private static Text words(AdviceDocument document) {
    String setting = " %.0f → %.0f %s".formatted(document.from(), document.to(), document.unit());
    return new Text(document.title().zh() + setting, document.title().en() + setting);
  }

  private static @Nullable Integer ageDays(Asset pot) {
    String days = pot.attributes().get("ageDays");
    return days == null ? null : Integer.valueOf(days);
  }

  private List<PotFigure> figures(Asset pot) {
    Map<PotQuantity, Instant> held = inputs.heldSince(pot.id(), maps.now());
    return SHOWN.stream()
        .flatMap(quantity -> figure(pot, quantity, held.get(quantity)).stream())
        .toList();
  }

  private Optional<PotFigure> figure(Asset pot, PotQuantity quantity, @Nullable Instant held) {
    Optional<Tag> tag = potrooms.tag(pot.id(), quantity);
    if (tag.isEmpty()) {
      return Optional.empty();
    }
    var traits = tag.get().traits();
    Optional<LiveValue> value = maps.value(pot.id(), quantity);
    return Optional.of(
        new PotFigure(
            quantity.key(),
            quantity.label(),
            value.map(LiveValue::value).orElse(null),
            traits.unit(),
            value.map(LiveValue::ageSeconds).orElse(null),
            held == null ? null : held.toEpochMilli(),
            value.map(LiveValue::quality).orElse(0x8000),
            traits.limitLow(),
            traits.limitHigh(),
            quantity.scaleLow(),
            quantity.scaleHigh()));
  }

  /** What moves the dose, in kg/d: from the rule itself, on what is known now. */
  private List<Contribution> explanation(Asset pot) {
    List<Contribution> parts = new ArrayList<>();
    FluorideParameters parameters =
        potrooms
            .lineOf(pot.id())
            .map(advisor::parameters)
            .map(site -> site.withDeadBand(DeadBand.NONE))
            .orElse(null);
    if (parameters != null
        && Optional.ofNullable(inputs.of(List.of(pot.id()), maps.now()).get(pot.id()))
                .map(new FluorideRule(parameters)::decide)
                .orElse(null)
            instanceof FluorideAdvice.Change change) {
      parts.add(part("槽温", "Temperature", change.temperatureShare()));
      parts.add(part("过剩 AlF₃", "Excess AlF₃", change.excessShare()));
      double pending = -parameters.pendingGain() * change.pending();
      parts.add(part("在途剂量", "Dose on its way", pending));
    }
    return parts;
  }

  private static Contribution part(String zh, String en, double share) {
    return new Contribution(new Text(zh, en), share, "kg/d");
  }
}
