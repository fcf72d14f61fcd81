package io.kunan.platform.connect.internal.life;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns what plants tell into points: booleans, numbers and state texts to a number. What cannot be
 * a number becomes a bad point and a reason that stands at the tag.
 */
public final class PointMaker {
  /** A source clock further ahead than this is not believed. */
  static final Duration LARGEST_LEAD = Duration.ofMinutes(5);

  /** OPC UA: Bad_TypeMismatch. */
  private static final short BAD_TYPE = (short) 0x8074;

  private final Clock clock;
  private final boolean ofBroker;

  /**
   * @param ofBroker whether the values come over a broker. One that was told just before makes a
   *     point again then, since it may be told again because it could not be kept; and a number in
   *     words is a number, as some gateways send it.
   */
  public PointMaker(Clock clock, boolean ofBroker) {
    this.clock = clock;
    this.ofBroker = ofBroker;
  }

  /** Adds the point of a value. */
  public void add(TagState tag, ToldValue told, PointBatch.Builder points) {
    short quality = told.quality();
    @Sentence String problem = told.problem();
    Double number = number(tag, told.raw());
    if (number == null && !Quality.isBad(quality)) {
      quality = BAD_TYPE;
      problem = whyNot(tag, told.raw());
    }
    long time = told.time();
    long now = Micros.of(clock.instant());
    if (time > now + LARGEST_LEAD.toNanos() / 1_000) {
      problem = "the clock of the source is ahead by more than 5 min; values carry our time";
      time = now;
      quality = Quality.worst(quality, Quality.UNCERTAIN);
    }
    double value = number == null ? Double.NaN : number;
    if (ofBroker || !tag.isRepeat(time, value, quality)) {
      tag.keep(time, value, quality, problem);
      points.add(tag.node().tag().value(), time, value, quality);
    }
  }

  private @Nullable Double number(TagState tag, @Nullable Object raw) {
    return switch (raw) {
      case Boolean b -> b ? 1.0 : 0.0;
      case Number n -> Double.isFinite(n.doubleValue()) ? n.doubleValue() : null;
      case String text -> ofText(tag.node().states(), text.strip());
      case null, default -> null;
    };
  }

  /** A state of the tag; for a tag without states a number in words. */
  private @Nullable Double ofText(Map<String, Integer> states, String text) {
    Integer code = states.get(text);
    if (code != null || !states.isEmpty() || !ofBroker) {
      return code == null ? null : Double.valueOf(code);
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Sentence String whyNot(TagState tag, @Nullable Object raw) {
    return switch (raw) {
      case null -> "the source sends no value";
      case ToldValue.Unusable unusable -> unusable.reason();
      case Number n -> "the source sends %s, which is no measurement".formatted(n);
      case String text when tag.node().states().isEmpty() ->
          "the text “%s” cannot be a value: the tag has no states".formatted(text);
      case String text -> "“%s” is none of the tag's states".formatted(text);
      default ->
          "a value of type %s cannot be a tag"
              .formatted(raw.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    };
  }
}
