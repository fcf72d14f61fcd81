package io.kunan.platform.connect;

import io.kunan.kernel.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a server as a person sees it when choosing tags.
 *
 * @param nodeId with the namespace URI
 * @param path names from the folder where the look began to this node, for a tag's name
 * @param variable a value that can be subscribed, else a folder or object
 * @param dataType such as Double or Boolean; null for folders
 * @param unit unit that the server gives (EUInformation), as it spells it; null without
 * @param low lower end of the range (EURange)
 * @param high upper end of the range
 * @param states texts of the states from code 0 on; empty for numbers
 * @param sample what it said last, where that is known without asking
 * @param refusal why this variable cannot be a tag, null when it can
 */
public record ServerNode(
    String nodeId,
    String browseName,
    String displayName,
    List<String> path,
    boolean variable,
    @Nullable String dataType,
    @Nullable String unit,
    @Nullable Double low,
    @Nullable Double high,
    List<String> states,
    @Nullable String sample,
    @Sentence @Nullable String refusal) {
  public ServerNode {
    path = List.copyOf(path);
    states = List.copyOf(states);
  }
}
