package io.kunan.platform.database;

/** A database somebody else runs. */
record NamedDatabase(DatabaseAddress address) implements Database {
  @Override
  public void close() {}
}
