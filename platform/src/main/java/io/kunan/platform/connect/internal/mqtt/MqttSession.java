package io.kunan.platform.connect.internal.mqtt;

import io.kunan.platform.connect.internal.broker.BrokerLine;
import io.kunan.platform.connect.internal.life.Condition;
import io.kunan.platform.connect.internal.life.Session;
import io.kunan.platform.connect.internal.life.TagState;
import java.util.Collection;
import java.util.function.BooleanSupplier;

/** A subscribed line; ends when the line does, or when messages have to be sent again. */
final class MqttSession implements Session<TagState> {
  private final BrokerLine line;
  private final BooleanSupplier refused;

  MqttSession(BrokerLine line, BooleanSupplier refused) {
    this.line = line;
    this.refused = refused;
  }

  @Override
  public Condition tend(Collection<TagState> tags) {
    String ending = line.ending();
    if (ending != null) {
      return new Condition.Over(ending);
    }
    if (refused.getAsBoolean()) {
      // A broker sends unacknowledged messages again only in a new session.
      return new Condition.Over(
          "the buffer on disk takes nothing more; the broker keeps the messages");
    }
    tags.forEach(tag -> tag.missing("nothing has been heard of it yet"));
    long known = tags.stream().filter(TagState::isKnown).count();
    return new Condition.Up("%d of %d tags heard".formatted(known, tags.size()));
  }

  @Override
  public void close() {
    line.close();
  }
}
