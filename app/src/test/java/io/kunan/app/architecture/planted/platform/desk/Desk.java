package io.kunan.app.architecture.planted.platform.desk;

import io.kunan.app.architecture.planted.platform.stock.internal.Shelf;

/** Reaches into another module. */
public final class Desk {
  private final Shelf shelf = new Shelf();

  @Override
  public String toString() {
    return shelf.toString();
  }
}
