package io.kunan.engine.optimise.internal.plant;

/** Nodes waiting to be timed, the earliest first; a node is in it at most once. */
final class StartHeap {
  private final int[] nodes;
  private final int[] keys;
  private final boolean[] inside;
  private int size;

  StartHeap(int capacity) {
    nodes = new int[capacity + 1];
    keys = new int[capacity + 1];
    inside = new boolean[capacity];
  }

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      inside[nodes[i]] = false;
    }
    size = 0;
  }

  void push(int node, int key) {
    if (inside[node]) {
      return;
    }
    inside[node] = true;
    int i = size++;
    while (i > 0) {
      int parent = (i - 1) >> 1;
      if (keys[parent] <= key) {
        break;
      }
      nodes[i] = nodes[parent];
      keys[i] = keys[parent];
      i = parent;
    }
    nodes[i] = node;
    keys[i] = key;
  }

  int pop() {
    int top = nodes[0];
    inside[top] = false;
    size--;
    if (size > 0) {
      sink(nodes[size], keys[size]);
    }
    return top;
  }

  private void sink(int node, int key) {
    int i = 0;
    int child = 1;
    while (child < size) {
      if (child + 1 < size && keys[child + 1] < keys[child]) {
        child++;
      }
      if (keys[child] >= key) {
        break;
      }
      nodes[i] = nodes[child];
      keys[i] = keys[child];
      i = child;
      child = 2 * i + 1;
    }
    nodes[i] = node;
    keys[i] = key;
  }
}
