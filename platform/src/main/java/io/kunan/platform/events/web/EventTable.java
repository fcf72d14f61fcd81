package io.kunan.platform.events.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetTree;
import io.kunan.platform.events.Event;
import io.kunan.platform.web.CsvDownload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Events as a table that a spreadsheet opens; instants are UTC, figures of the event in one cell.
 */
final class EventTable {
  private static final List<String> HEADER =
      List.of(
          "id",
          "asset",
          "asset_zh",
          "asset_en",
          "type",
          "title_zh",
          "title_en",
          "start",
          "end",
          "duration_s",
          "attributes");
  private static final double MILLIS = 1e3;

  private EventTable() {}

  static ResponseEntity<StreamingResponseBody> download(
      AssetTree tree, Consumer<Consumer<Event>> events) {
    return CsvDownload.of(
        "kunan-events.csv", HEADER, sheet -> events.accept(event -> write(event, tree, sheet)));
  }

  private static void write(Event event, AssetTree tree, CsvDownload.Sheet sheet) {
    AssetId asset = new AssetId(event.assetId());
    Text name = tree.find(asset).map(Asset::name).orElse(Text.same(""));
    sheet.row(
        event.id(),
        tree.find(asset).isPresent() ? tree.path(asset) : null,
        name.zh(),
        name.en(),
        event.type(),
        event.titleZh(),
        event.titleEn(),
        event.start(),
        event.end(),
        seconds(event.start(), event.end()),
        attributes(event.attributes()));
  }

  /** Null while it goes on. */
  private static @Nullable Double seconds(Instant start, @Nullable Instant end) {
    return end == null ? null : Duration.between(start, end).toMillis() / MILLIS;
  }

  private static String attributes(Map<String, String> attributes) {
    return new TreeMap<>(attributes)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("; "));
  }
}
