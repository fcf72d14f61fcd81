package io.kunan.platform.connect;

import io.kunan.kernel.InputException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks at the address space of a server, one level at a time. */
public interface ServerBrowser extends AutoCloseable {
  /**
   * The children of a node.
   *
   * @param nodeId as a {@link ServerNode} gives it; null for the folder Objects
   * @throws InputException when there is no such node
   */
  List<ServerNode> children(@Nullable String nodeId);

  /**
   * These nodes and, for folders, all variables below them.
   *
   * @param recursive false takes only variables named, or directly below a folder named
   * @param goOn asked now and then with the variables found so far; false ends the walk
   */
  List<ServerNode> variables(List<String> nodeIds, boolean recursive, Predicate<Integer> goOn);

  @Override
  void close();
}
