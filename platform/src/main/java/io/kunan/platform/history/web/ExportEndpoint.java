package io.kunan.platform.history.web;

import io.kunan.engine.history.BucketSeries;
import io.kunan.engine.history.Buckets;
import io.kunan.engine.history.History;
import io.kunan.engine.history.Statistic;
import io.kunan.engine.history.UnitConversion;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Points or figures as a CSV file, streamed: a year of seconds needs no memory. */
@RestController
@RequestMapping("/api/history")
class ExportEndpoint {
  private final History history;
  private final SiteAccess sites;

  ExportEndpoint(History history, SiteAccess sites) {
    this.history = history;
    this.sites = sites;
  }

  @Requires(Role.VIEWER)
  @GetMapping("/export")
  ResponseEntity<StreamingResponseBody> export(
      @RequestParam List<Integer> tags,
      @RequestParam Instant from,
      @RequestParam Instant to,
      @RequestParam(required = false) @Nullable String every,
      @RequestParam(required = false) @Nullable String statistic,
      @RequestParam(required = false) @Nullable String unit,
      Caller caller) {
    List<Tag> wanted = sites.tags(caller, tags);
    AskedUnit wish = new AskedUnit(unit);
    wish.check(wanted);
    TimeRange range = Spans.range(from, to);
    Buckets buckets = every == null ? null : Buckets.every(Spans.length(every), range);
    Statistic figure = Spans.statistic(statistic);
    StreamingResponseBody body =
        out -> {
          if (buckets == null) {
            points(out, wanted, range, wish);
          } else {
            figures(out, wanted, buckets, figure, wish);
          }
        };
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("kunan-history.csv").build().toString())
        .body(body);
  }

  private void points(OutputStream out, List<Tag> tags, TimeRange range, AskedUnit wish)
      throws IOException {
    Writer writer = writer(out);
    writer.write("tag,time,value,quality,unit\n");
    for (Tag tag : tags) {
      String name = quoted(tag.name());
      DoubleUnaryOperator conversion = wish.conversion(tag);
      UnitConversion.of(history, _ -> conversion)
          .scan(
              List.of(tag.id()),
              range,
              batch -> {
                write(writer, name, wish.of(tag), batch);
                return true;
              });
    }
    writer.flush();
  }

  private static void write(Writer writer, String name, String unit, PointBatch batch) {
    try {
      for (int i = 0; i < batch.size(); i++) {
        writer.write(
            "%s,%s,%s,%d,%s\n"
                .formatted(
                    name,
                    Micros.toInstant(batch.time(i)),
                    cell(batch.value(i)),
                    batch.quality(i) & 0xFFFF,
                    unit));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the reader of the export went away", e);
    }
  }

  /** Columns are headed by the name of the tag and its unit in brackets, as the import reads it. */
  private void figures(
      OutputStream out, List<Tag> tags, Buckets buckets, Statistic statistic, AskedUnit wish)
      throws IOException {
    List<BucketSeries> series = new ArrayList<>();
    for (BucketSeries one : history.statistics(tags.stream().map(Tag::id).toList(), buckets)) {
      series.add(one.in(wish.conversion(tags.get(series.size()))));
    }
    Writer writer = writer(out);
    writer.write("time");
    for (Tag tag : tags) {
      String unit = statistic == Statistic.COUNT ? "" : wish.of(tag);
      writer.write("," + quoted(tag.name() + (unit.isEmpty() ? "" : " [" + unit + "]")));
    }
    writer.write("\n");
    for (int i = 0; i < buckets.size(); i++) {
      writer.write(Micros.toInstant(buckets.start(i)).toString());
      for (BucketSeries one : series) {
        writer.write("," + cell(one.value(statistic, i)));
      }
      writer.write("\n");
    }
    writer.flush();
  }

  private static String quoted(String name) {
    return name.matches("[^\",\\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String cell(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }
}
