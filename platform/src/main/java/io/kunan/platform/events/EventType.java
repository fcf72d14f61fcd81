package io.kunan.platform.events;

import io.kunan.kernel.Text;

/**
 * A kind of event that a scenario or a plant knows; offered as a bean.
 *
 * @param code stable, in capitals, such as ANODE_CHANGE
 * @param name for people
 */
public record EventType(String code, Text name) {}
