package io.kunan.platform.history.internal;

import io.kunan.engine.history.History;
import io.kunan.engine.history.HistoryOptions;
import io.kunan.platform.home.HomeFolder;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the one store of this home; it is closed when the server stops. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {
  /** The server has other work too; beyond this the store spills to its folder. */
  private static final long MEMORY_BYTES = 256L << 20;

  @Bean(destroyMethod = "close")
  History history(HomeFolder home, Clock clock) {
    return History.open(
        HistoryOptions.in(home.history()).withMemory(MEMORY_BYTES).withThreads(2).withClock(clock));
  }
}
