package io.kunan.platform.connect.internal.sparkplug;

import io.kunan.platform.connect.internal.broker.BrokerLine;
import io.kunan.platform.connect.internal.life.Condition;
import io.kunan.platform.connect.internal.life.Session;
import io.kunan.platform.connect.internal.life.TagState;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A subscribed line on which this host application has shown itself. */
final class SparkplugSession implements Session<TagState> {
  /** Rounds in which edge nodes may be born by themselves before they are asked. */
  private static final int PATIENCE = 1;

  /** Rounds after which a node that was asked has not answered. */
  private static final int SILENCE = 15;

  private final BrokerLine line;
  private final @Nullable HostState host;
  private final SparkplugIntake intake;
  private int rounds;

  SparkplugSession(BrokerLine line, @Nullable HostState host, SparkplugIntake intake) {
    this.line = line;
    this.host = host;
    this.intake = intake;
  }

  @Override
  public Condition tend(Collection<TagState> tags) throws InterruptedException {
    String ending = line.ending();
    if (ending != null) {
      return new Condition.Over(ending);
    }
    if (rounds++ >= PATIENCE) {
      intake.askForBirths();
    }
    if (rounds > SILENCE) {
      intake.markUnanswered();
    }
    intake.giveUpMissingDevices();
    tags.forEach(tag -> tag.missing("no birth has told of it yet"));
    long known = tags.stream().filter(TagState::isKnown).count();
    return new Condition.Up(
        "%d of %d tags heard, %d edge nodes alive".formatted(known, tags.size(), intake.born()));
  }

  @Override
  public void close() {
    if (host != null) {
      host.offline();
    }
    line.close();
  }
}
