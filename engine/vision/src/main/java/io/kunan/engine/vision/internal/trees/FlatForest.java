package io.kunan.engine.vision.internal.trees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Boosted trees laid out for many rows: every tree is filled up to a complete one, so that a row
 * walks down by arithmetic alone and the processor never guesses wrong. One tree after the other
 * serves a block of rows that stays in the first cache.
 */
public final class FlatForest {
  /** Rows served together. */
  public static final int BLOCK = 128;

  private final int classes;
  private final int depth;
  private final int trees;

  /** Feature in the upper half, bits of the limit in the lower: one load for both. */
  private final long[] nodes;

  private final float[] leaves;

  private FlatForest(int classes, int depth, int trees) {
    this.classes = classes;
    this.depth = depth;
    this.trees = trees;
    this.nodes = new long[trees * inner()];
    this.leaves = new float[trees * (inner() + 1)];
  }

  private int inner() {
    return (1 << depth) - 1;
  }

  /**
   * From XGBoost's own description of its trees, one JSON document each, the classes in turn.
   *
   * @param classes scores of a row
   */
  static FlatForest of(String[] dump, int classes) {
    try {
      ObjectMapper json = new ObjectMapper();
      List<JsonNode> roots = new ArrayList<>();
      int deepest = 1;
      for (String tree : dump) {
        JsonNode root = json.readTree(tree);
        deepest = Math.max(deepest, depth(root));
        roots.add(root);
      }
      FlatForest forest = new FlatForest(classes, deepest, roots.size());
      for (int tree = 0; tree < roots.size(); tree++) {
        forest.fill(tree, 0, roots.get(tree));
      }
      return forest;
    } catch (IOException e) {
      throw new IllegalStateException("XGBoost describes its trees otherwise than it did", e);
    }
  }

  private static int depth(JsonNode node) {
    int depth = 0;
    for (JsonNode child : node.path("children")) {
      depth = Math.max(depth, 1 + depth(child));
    }
    return depth;
  }

  /** A leaf above the floor goes down on both sides. */
  private void fill(int tree, int at, JsonNode node) {
    if (at >= inner()) {
      leaves[tree * (inner() + 1) + at - inner()] = (float) node.path("leaf").asDouble();
      return;
    }
    JsonNode yes = node;
    JsonNode no = node;
    if (node.has("children")) {
      nodes[tree * inner() + at] =
          node(
              Integer.parseInt(node.path("split").asText().substring(1)),
              (float) node.path("split_condition").asDouble());
      int left = node.path("yes").asInt();
      yes = node.path("children").get(0);
      no = node.path("children").get(1);
      if (yes.path("nodeid").asInt() != left) {
        JsonNode first = yes;
        yes = no;
        no = first;
      }
    }
    fill(tree, 2 * at + 1, yes);
    fill(tree, 2 * at + 2, no);
  }

  private static long node(int feature, float limit) {
    return ((long) feature << 32) | (Float.floatToRawIntBits(limit) & 0xFFFFFFFFL);
  }

  /** The forest saved by {@link #bytes}. */
  public static FlatForest ofBytes(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    FlatForest forest = new FlatForest(in.getInt(), in.getInt(), in.getInt());
    for (int i = 0; i < forest.nodes.length; i++) {
      forest.nodes[i] = in.getLong();
    }
    for (int i = 0; i < forest.leaves.length; i++) {
      forest.leaves[i] = in.getFloat();
    }
    return forest;
  }

  /** The same trees, the same bytes. */
  public byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(12 + 8 * nodes.length + 4 * leaves.length);
    out.putInt(classes).putInt(depth).putInt(trees);
    for (long node : nodes) {
      out.putLong(node);
    }
    for (float leaf : leaves) {
      out.putFloat(leaf);
    }
    return out.array();
  }

  public int classes() {
    return classes;
  }

  /**
   * Scores of up to {@link #BLOCK} rows, before they are turned into shares.
   *
   * @param rows feature by feature, {@link #BLOCK} cells each
   * @param scores class by class, {@link #BLOCK} cells each; overwritten
   */
  public void score(float[] rows, float[] scores) {
    Arrays.fill(scores, 0);
    int[] at = new int[BLOCK];
    for (int tree = 0; tree < trees; tree++) {
      int first = tree * inner();
      Arrays.fill(at, first);
      for (int level = 0; level < depth; level++) {
        for (int row = 0; row < BLOCK; row++) {
          int slot = at[row];
          long node = nodes[slot];
          float above = rows[(int) (node >>> 32) * BLOCK + row] - Float.intBitsToFloat((int) node);
          // the sign bit is set when the value is under the limit: no branch to guess
          at[row] = 2 * slot + 2 - first - (Float.floatToRawIntBits(above) >>> 31);
        }
      }
      int leaf = tree * (inner() + 1) - inner() - first;
      int out = (tree % classes) * BLOCK;
      for (int row = 0; row < BLOCK; row++) {
        scores[out + row] += leaves[leaf + at[row]];
      }
    }
  }
}
