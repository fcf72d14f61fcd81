package io.kunan.platform.connect;

import io.kunan.kernel.TagId;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tag and what feeds it: a node of an OPC UA server, or a source that a broker tells of.
 *
 * @param tag the tag that takes the values
 * @param nodeId for OPC UA the node with its namespace URI, such as nsu=urn:plant;s=Pot001.Voltage;
 *     the short form ns=2;s=… is understood but breaks when the server numbers its namespaces anew;
 *     for brokers the name of the source as {@link Overheard#sources} gives it
 * @param states code of each state text, for variables that send words; empty for numbers
 * @param expectedPeriod time between two values while the plant is well; null when not known, for
 *     example for variables that change a few times a day
 */
public record TagNode(
    TagId tag, String nodeId, Map<String, Integer> states, @Nullable Duration expectedPeriod) {
  public TagNode {
    states = Map.copyOf(states);
  }
}
