package io.kunan.platform.live.web;

import io.kunan.kernel.InputException;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.live.EventStreams;
import io.kunan.platform.live.LiveStatus;
import io.kunan.platform.live.LiveValue;
import io.kunan.platform.live.LiveValues;
import io.kunan.platform.live.NoticeStreams;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Last values and what just happened. */
@RestController
@RequestMapping("/api/live")
@Requires(Role.VIEWER)
class LiveEndpoints {
  private static final int MOST_TAGS = 2_000;
  private static final long STATUS_MILLIS = 2_000;

  private final LiveValues values;
  private final EventStreams streams;
  private final NoticeStreams notices;
  private final StatusReport status;
  private final SiteAccess sites;

  LiveEndpoints(
      LiveValues values,
      EventStreams streams,
      NoticeStreams notices,
      StatusReport status,
      SiteAccess sites) {
    this.values = values;
    this.streams = streams;
    this.notices = notices;
    this.status = status;
    this.sites = sites;
  }

  @GetMapping("/values")
  List<LiveValue> values(@RequestParam List<Integer> tags, Caller caller) {
    return values.list(checked(tags, caller));
  }

  /** Rows of tag, milliseconds, value, quality; only tags that got a new value. */
  @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream(@RequestParam List<Integer> tags, Caller caller) {
    List<Integer> wanted = checked(tags, caller);
    long[] sent = new long[wanted.size()];
    java.util.Arrays.fill(sent, -1);
    return streams.everySecond("values", () -> changed(wanted, sent));
  }

  private @Nullable List<double[]> changed(List<Integer> wanted, long[] sent) {
    List<Integer> fresh = new ArrayList<>();
    for (int i = 0; i < sent.length; i++) {
      long change = values.change(wanted.get(i));
      if (change != sent[i]) {
        sent[i] = change;
        fresh.add(wanted.get(i));
      }
    }
    List<double[]> rows =
        values.list(fresh).stream()
            .map(v -> new double[] {v.tag(), v.time(), v.value(), v.quality()})
            .toList();
    return rows.isEmpty() ? null : rows;
  }

  @GetMapping("/status")
  LiveStatus status(Caller caller) {
    return status.now(caller);
  }

  /** The status every two seconds, and the person's alarms, advice and jobs as they change. */
  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(Caller caller) {
    return notices.open(caller, STATUS_MILLIS, () -> status.now(caller));
  }

  private List<Integer> checked(List<Integer> tags, Caller caller) {
    if (tags.size() > MOST_TAGS) {
      throw new InputException(
          "tags", tags.size() + " are too many", "ask for at most %,d".formatted(MOST_TAGS));
    }
    sites.tags(caller, tags);
    return tags;
  }
}
