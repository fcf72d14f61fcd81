package io.kunan.engine.history.internal.duck;

import org.jspecify.annotations.Nullable;

/** The writer's way from a tag number to its head, without boxing a number for each point. */
final class HeadIndex {
  private @Nullable Head[] slots = new @Nullable Head[1024];
  private int size;

  @Nullable Head get(int tag) {
    int mask = slots.length - 1;
    for (int at = spread(tag) & mask; ; at = (at + 1) & mask) {
      Head head = slots[at];
      if (head == null || head.tag == tag) {
        return head;
      }
    }
  }

  void put(Head head) {
    if (++size > slots.length / 2) {
      @Nullable Head[] old = slots;
      slots = new @Nullable Head[old.length * 2];
      for (Head known : old) {
        if (known != null) {
          place(known);
        }
      }
    }
    place(head);
  }

  private void place(Head head) {
    int mask = slots.length - 1;
    int at = spread(head.tag) & mask;
    while (slots[at] != null) {
      at = (at + 1) & mask;
    }
    slots[at] = head;
  }

  private static int spread(int tag) {
    int mixed = tag * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }
}
