package io.kunan.platform.connect.internal.sparkplug;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The topic of a message of an edge node: spBv1.0/group/type/node or
 * spBv1.0/group/type/node/device.
 *
 * @param device null for a message of the node itself
 */
record SparkplugTopic(String group, Type type, String node, @Nullable String device) {
  static final String NAMESPACE = "spBv1.0";

  /** Messages that edge nodes send or get. */
  enum Type {
    NBIRTH,
    NDEATH,
    NDATA,
    NCMD,
    DBIRTH,
    DDEATH,
    DDATA,
    DCMD;

    boolean isOfDevice() {
      return name().startsWith("D");
    }
  }

  /** Empty for a topic that Sparkplug B does not know. */
  static Optional<SparkplugTopic> parse(String topic) {
    String[] levels = topic.split("/", -1);
    if (levels.length < 4 || levels.length > 5 || !levels[0].equals(NAMESPACE)) {
      return Optional.empty();
    }
    for (Type type : Type.values()) {
      if (type.name().equals(levels[2]) && type.isOfDevice() == (levels.length == 5)) {
        return Optional.of(
            new SparkplugTopic(levels[1], type, levels[3], levels.length == 5 ? levels[4] : null));
      }
    }
    return Optional.empty();
  }

  /** Group and name of the edge node. */
  String nodeKey() {
    return group + "/" + node;
  }

  /** Where an edge node takes commands. */
  static String commandTopic(String nodeKey) {
    int slash = nodeKey.indexOf('/');
    return "%s/%s/NCMD/%s"
        .formatted(NAMESPACE, nodeKey.substring(0, slash), nodeKey.substring(slash + 1));
  }
}
