package io.kunan.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How to reach a PostgreSQL database.
 *
 * @param url {@code jdbc:postgresql://host:port/name}
 * @param user owner of Kunan's schemas
 * @param password never shown
 */
public record DatabaseAddress(String url, String user, String password) {
  /** Single connections. The driver is named here, so that no other one on the class path wakes. */
  public DataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  /** A connection of its own; close it. */
  public Connection connect() throws SQLException {
    return source().getConnection();
  }

  @Override
  public String toString() {
    return user + " at " + url;
  }
}
