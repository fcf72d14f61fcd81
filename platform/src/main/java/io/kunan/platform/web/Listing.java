package io.kunan.platform.web;

import java.util.List;

/**
 * A page of a list that can be long.
 *
 * @param items those of the page
 * @param total in all
 */
public record Listing<T>(List<T> items, long total) {
  public Listing {
    items = List.copyOf(items);
  }

  /** Cuts a page out of a whole list in memory. */
  public static <T> Listing<T> cut(List<T> all, Paging paging) {
    int from = (int) Math.min(paging.offset(), all.size());
    int to = (int) Math.min(paging.offset() + paging.size(), all.size());
    return new Listing<>(all.subList(from, to), all.size());
  }
}
