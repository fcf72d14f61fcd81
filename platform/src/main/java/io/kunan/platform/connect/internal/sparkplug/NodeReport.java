package io.kunan.platform.connect.internal.sparkplug;

import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.internal.broker.HeardSources;
import io.kunan.platform.connect.internal.broker.HeardSources.Source;
import io.kunan.platform.connect.internal.flow.FlowMeter;
import io.kunan.platform.connect.internal.life.PointMaker;
import io.kunan.platform.connect.internal.life.TagState;
import io.kunan.platform.connect.internal.life.ToldValue;
import java.time.Clock;
import java.util.Map;

/** Turns what one message of an edge node says into points, states of tags, and requests. */
record NodeReport(
    String nodeKey,
    String topic,
    Map<String, TagState> tags,
    HeardSources heard,
    RebirthRequests rebirths,
    FlowMeter meter,
    Clock clock,
    PointBatch.Builder points)
    implements NodeFindings {

  @Override
  public void described(Source source, ToldValue value, long bornMicros) {
    heard.describe(source, value.shown());
    TagState tag = tags.get(source.id());
    keep(source.id(), tag == null ? value : sinceDeath(tag, value, bornMicros), false);
  }

  /** A value measured before the death of its node is that of now: the birth says so. */
  private static ToldValue sinceDeath(TagState tag, ToldValue value, long bornMicros) {
    boolean dead = tag.lastQuality() == Quality.BAD_NO_COMMUNICATION;
    return dead && value.time() <= tag.lastTime()
        ? value.at(Math.max(bornMicros, tag.lastTime() + 1))
        : value;
  }

  @Override
  public void born() {
    rebirths.answered(nodeKey);
  }

  @Override
  public void value(String source, ToldValue value, boolean historical) {
    if (!historical) {
      heard.hear(source, value.shown());
    }
    keep(source, value, historical);
  }

  private void keep(String source, ToldValue value, boolean historical) {
    TagState tag = tags.get(source);
    if (tag == null) {
      return;
    }
    meter.arrived(1, clock.millis());
    if (!historical) {
      tag.heard(clock.millis());
    }
    new PointMaker(clock, true).add(tag, value, points);
  }

  @Override
  public void dead(String source, long timeMicros, @Sentence String reason) {
    TagState tag = tags.get(source);
    if (tag == null || !tag.isKnown()) {
      return;
    }
    // A node whose clock is ahead of ours must not seem alive after its death.
    long time = Math.max(timeMicros, tag.lastTime() + 1);
    new PointMaker(clock, true)
        .add(tag, new ToldValue(null, time, Quality.BAD_NO_COMMUNICATION, reason), points);
    tag.refused(reason);
  }

  @Override
  public void rebirthNeeded(String reason) {
    rebirths.ask(nodeKey, reason);
  }

  @Override
  public void gap() {
    meter.lost(1);
    meter.failed("messages of %s are missing".formatted(nodeKey), clock.instant());
  }

  @Override
  public void rejected(@Sentence String reason) {
    heard.rejections().add(topic, reason, "");
  }
}
