package io.kunan.platform.connect.internal.mqtt;

import io.kunan.kernel.Quality;
import io.kunan.platform.connect.internal.settings.JsonMappingSettings.QualityFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads qualities of payloads. */
final class JsonQualities {
  private static final int DA_GOOD = 192;
  private static final int DA_UNCERTAIN = 64;

  private JsonQualities() {}

  /** The quality; empty when the reason is told. */
  static Optional<Short> read(@Nullable JsonNode node, QualityFormat format, Refusing refuse) {
    if (node == null || node.isNull()) {
      refuse.because("the payload has no quality");
      return Optional.empty();
    }
    Optional<Short> read =
        switch (format) {
          case WORD -> ofWord(node.asString("").strip().toUpperCase(Locale.ROOT));
          case OPC_DA -> number(node, 255).map(JsonQualities::ofDataAccess);
          case OPC_UA -> number(node, 0xFFFF_FFFFL).map(Quality::ofStatusCode);
        };
    if (read.isEmpty()) {
      refuse.because("“%s” is no quality of format %s".formatted(node.asString(""), format));
    }
    return read;
  }

  private static Optional<Short> ofWord(String word) {
    return switch (word) {
      case "GOOD", "TRUE" -> Optional.of(Quality.GOOD);
      case "UNCERTAIN" -> Optional.of(Quality.UNCERTAIN);
      case "BAD", "FALSE" -> Optional.of(Quality.BAD);
      default -> Optional.empty();
    };
  }

  private static Optional<Long> number(JsonNode node, long largest) {
    boolean sound =
        node.isIntegralNumber()
            && node.canConvertToLong()
            && node.longValue() >= 0
            && node.longValue() <= largest;
    return sound ? Optional.of(node.longValue()) : Optional.empty();
  }

  private static short ofDataAccess(long quality) {
    return quality >= DA_GOOD
        ? Quality.GOOD
        : quality >= DA_UNCERTAIN ? Quality.UNCERTAIN : Quality.BAD;
  }
}
