package io.kunan.platform.connect.internal.opcua;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OperationLimits;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePath;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePathResult;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.jspecify.annotations.Nullable;

/** Calls on many nodes, in pieces as large as the server allows. */
final class ServerCalls {
  /** Pieces where the server does not say, or says any size: the answer must fit a message. */
  private static final int USUAL = 500;

  private final OpcUaClient client;

  ServerCalls(OpcUaClient client) {
    this.client = client;
  }

  /** One call of a service on a piece of the list. */
  @FunctionalInterface
  private interface Call<A, B> {
    B @Nullable [] on(List<A> piece) throws UaException;
  }

  List<DataValue> values(List<NodeId> nodes) throws UaException {
    List<ReadValueId> reads =
        nodes.stream().map(node -> attribute(node, AttributeId.Value)).toList();
    return read(reads, TimestampsToReturn.Both);
  }

  List<DataValue> attributes(List<ReadValueId> reads) throws UaException {
    return read(reads, TimestampsToReturn.Neither);
  }

  static ReadValueId attribute(NodeId node, AttributeId attribute) {
    return new ReadValueId(node, attribute.uid(), null, QualifiedName.NULL_VALUE);
  }

  private List<DataValue> read(List<ReadValueId> reads, TimestampsToReturn times)
      throws UaException {
    return inPieces(
        reads,
        limits().flatMap(OperationLimits::maxNodesPerRead),
        piece -> client.read(0, times, piece).getResults());
  }

  List<BrowseResult> browse(List<BrowseDescription> nodes) throws UaException {
    return inPieces(
        nodes,
        limits().flatMap(OperationLimits::maxNodesPerBrowse),
        piece -> client.browse(piece).toArray(BrowseResult[]::new));
  }

  List<BrowsePathResult> translate(List<BrowsePath> paths) throws UaException {
    return inPieces(
        paths,
        limits().flatMap(OperationLimits::maxNodesPerTranslateBrowsePathsToNodeIds),
        piece -> client.translateBrowsePaths(piece).getResults());
  }

  private Optional<OperationLimits> limits() {
    try {
      return Optional.of(client.getOperationLimits());
    } catch (UaException e) {
      return Optional.empty();
    }
  }

  private static <A, B> List<B> inPieces(List<A> all, Optional<UInteger> limit, Call<A, B> call)
      throws UaException {
    long told = limit.map(UInteger::longValue).filter(size -> size > 0).orElse((long) USUAL);
    int size = (int) Math.min(USUAL, told);
    List<B> results = new ArrayList<>(all.size());
    for (int from = 0; from < all.size(); from += size) {
      B[] piece = call.on(all.subList(from, Math.min(all.size(), from + size)));
      if (piece != null) {
        results.addAll(Arrays.asList(piece));
      }
    }
    return results;
  }
}
