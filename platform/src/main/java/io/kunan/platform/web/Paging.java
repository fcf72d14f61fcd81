package io.kunan.platform.web;

import io.kunan.kernel.InputException;

/**
 * Which page of a list is asked for.
 *
 * @param page from 0
 * @param size items on a page, 1 … 1,000
 */
public record Paging(int page, int size) {
  /** The largest page. */
  public static final int LARGEST = 1_000;

  public Paging {
    if (page < 0) {
      throw new InputException("page", page + " is negative", "count pages from 0");
    }
    if (size < 1 || size > LARGEST) {
      throw new InputException("size", size + " is out of range", "ask for 1 to " + LARGEST);
    }
  }

  /** Items before the page. */
  public long offset() {
    return (long) page * size;
  }
}
