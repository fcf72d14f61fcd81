package io.kunan.platform.events.internal;

import io.kunan.kernel.Text;
import io.kunan.platform.events.EventType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens in every plant and is mostly told by people. */
@Configuration(proxyBeanMethods = false)
class GeneralEventTypes {
  @Bean
  EventType stop() {
    return new EventType("STOP", new Text("停机", "Stop"));
  }

  @Bean
  EventType maintenance() {
    return new EventType("MAINTENANCE", new Text("检修", "Maintenance"));
  }

  @Bean
  EventType otherEvent() {
    return new EventType("OTHER", new Text("其他", "Other"));
  }
}
