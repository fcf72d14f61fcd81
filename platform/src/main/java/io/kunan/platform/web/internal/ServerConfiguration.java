package io.kunan.platform.web.internal;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * What a server consists of: every component of the platform and of the scenarios on the class
 * path.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableTransactionManagement
@EnableScheduling
@ComponentScan({"io.kunan.platform", "io.kunan.scenario"})
public class ServerConfiguration {
  /** Rounds that may run at the same time. */
  private static final int ROUNDS = 6;

  /**
   * Rounds have threads of their own: on the single thread that is the default, a minute of
   * forecasting would hold up the alarms.
   */
  @Bean
  ThreadPoolTaskScheduler taskScheduler() {
    var scheduler = new ThreadPoolTaskScheduler();
    scheduler.setPoolSize(ROUNDS);
    scheduler.setThreadNamePrefix("round-");
    scheduler.setDaemon(true);
    return scheduler;
  }
}
