package io.kunan.platform.connect.internal.broker;

import io.kunan.kernel.InputException;
import io.kunan.platform.connect.ServerBrowser;
import io.kunan.platform.connect.ServerNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at what was heard as at the address space of a server: names are folders. */
public final class HeardBrowser implements ServerBrowser {
  private static final String FOLDER = "folder:";

  private final List<ServerNode> sources;

  public HeardBrowser(List<ServerNode> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  public List<ServerNode> children(@Nullable String nodeId) {
    List<String> above = nodeId == null ? List.of() : pathOf(nodeId);
    Map<String, ServerNode> children = new LinkedHashMap<>();
    for (ServerNode source : sources) {
      List<String> path = source.path();
      if (!isBelow(path, above)) {
        continue;
      }
      if (path.size() == above.size() + 1) {
        children.put(source.nodeId(), source);
      } else {
        ServerNode folder = folder(path.subList(0, above.size() + 1));
        children.putIfAbsent(folder.nodeId(), folder);
      }
    }
    return new ArrayList<>(children.values());
  }

  @Override
  public List<ServerNode> variables(
      List<String> nodeIds, boolean recursive, Predicate<Integer> goOn) {
    Map<String, ServerNode> found = new LinkedHashMap<>();
    for (String nodeId : nodeIds) {
      List<ServerNode> named =
          nodeId.startsWith(FOLDER)
              ? below(pathOf(nodeId), recursive)
              : sources.stream().filter(each -> each.nodeId().equals(nodeId)).toList();
      if (named.isEmpty()) {
        throw new InputException(
            "nodes", "“%s” has not been heard".formatted(nodeId), "choose from what was heard");
      }
      named.forEach(each -> found.put(each.nodeId(), each));
    }
    return new ArrayList<>(found.values());
  }

  private List<ServerNode> below(List<String> folder, boolean recursive) {
    return sources.stream()
        .filter(each -> isBelow(each.path(), folder))
        .filter(each -> recursive || each.path().size() == folder.size() + 1)
        .toList();
  }

  private static boolean isBelow(List<String> path, List<String> folder) {
    return path.size() > folder.size() && path.subList(0, folder.size()).equals(folder);
  }

  private static List<String> pathOf(String nodeId) {
    if (!nodeId.startsWith(FOLDER)) {
      throw new InputException(
          "node", "“%s” is no folder".formatted(nodeId), "browse again from the top");
    }
    return Arrays.stream(nodeId.substring(FOLDER.length()).split("/", -1))
        .map(part -> part.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  /** The id of a folder is a JSON pointer without its first slash: names may have slashes. */
  private static ServerNode folder(List<String> path) {
    String name = path.getLast();
    String pointer =
        path.stream()
            .map(part -> part.replace("~", "~0").replace("/", "~1"))
            .collect(Collectors.joining("/"));
    return new ServerNode(
        FOLDER + pointer, name, name, path, false, null, null, null, null, List.of(), null, null);
  }

  @Override
  public void close() {}
}
