package io.kunan.platform.database;

/**
 * How to reach a PostgreSQL database.
 *
 * @param url {@code jdbc:postgresql://host:port/name}
 * @param user owner of Kunan's schemas
 * @param password never shown
 */
public record DatabaseAddress(String url, String user, String password) {
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
