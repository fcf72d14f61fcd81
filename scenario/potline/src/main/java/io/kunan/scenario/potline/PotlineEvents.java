package io.kunan.scenario.potline;

import io.kunan.kernel.Text;
import io.kunan.platform.events.EventType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can happen to a pot. */
@Configuration(proxyBeanMethods = false)
public class PotlineEvents {
  public static final String ANODE_CHANGE = "ANODE_CHANGE";
  public static final String TAP = "TAP";
  public static final String ANODE_EFFECT = "ANODE_EFFECT";

  @Bean
  EventType anodeChange() {
    return new EventType(ANODE_CHANGE, new Text("换极", "Anode change"));
  }

  @Bean
  EventType tap() {
    return new EventType(TAP, new Text("出铝", "Tap"));
  }

  @Bean
  EventType bathTap() {
    return new EventType("BATH_TAP", new Text("抽电解质", "Bath tap"));
  }

  @Bean
  EventType anodeEffect() {
    return new EventType(ANODE_EFFECT, new Text("阳极效应", "Anode effect"));
  }

  @Bean
  EventType feederFault() {
    return new EventType("FEEDER_FAULT", new Text("下料器故障", "Feeder fault"));
  }

  @Bean
  EventType communicationFault() {
    return new EventType("COMMUNICATION_FAULT", new Text("槽控机失联", "Controller silent"));
  }
}
