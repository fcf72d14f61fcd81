package io.kunan.platform.identity.internal;

import io.kunan.platform.database.AfterCommit;
import io.kunan.platform.web.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All accounts, kept in memory because every request asks for one. */
@Component
public class Accounts {
  private final JdbcClient database;
  private volatile @Nullable Map<Integer, Account> byId;

  Accounts(JdbcClient database) {
    this.database = database;
  }

  public List<Account> list() {
    return all().values().stream()
        .sorted(Comparator.comparing(Account::username, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  public Optional<Account> find(int id) {
    return Optional.ofNullable(all().get(id));
  }

  public Optional<Account> find(String username) {
    return all().values().stream()
        .filter(account -> account.username().equalsIgnoreCase(username))
        .findFirst();
  }

  int insert(Account account, Instant now) {
    forgetAfterCommit();
    return database
        .sql(
            """
            INSERT INTO identity.account
              (username, display_name, password_hash, roles, sites, enabled, must_change, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id\
            """)
        .params(
            account.username(),
            account.displayName(),
            account.passwordHash(),
            names(account.roles()),
            numbers(account.sites()),
            account.enabled(),
            account.mustChange(),
            now.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  void update(Account account) {
    forgetAfterCommit();
    database
        .sql(
            """
            UPDATE identity.account SET display_name = ?, password_hash = ?, roles = ?, sites = ?,
              enabled = ?, must_change = ?, version = ? WHERE id = ?\
            """)
        .params(
            account.displayName(),
            account.passwordHash(),
            names(account.roles()),
            numbers(account.sites()),
            account.enabled(),
            account.mustChange(),
            account.version(),
            account.id())
        .update();
  }

  void loggedIn(int id, Instant at) {
    forgetAfterCommit();
    database
        .sql("UPDATE identity.account SET last_login = ? WHERE id = ?")
        .params(at.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  void delete(int id) {
    forgetAfterCommit();
    database.sql("DELETE FROM identity.account WHERE id = ?").params(id).update();
  }

  private void forgetAfterCommit() {
    AfterCommit.run(() -> byId = null);
  }

  private Map<Integer, Account> all() {
    Map<Integer, Account> known = byId;
    if (known == null) {
      known =
          database
              .sql("SELECT * FROM identity.account")
              .query((row, _) -> account(row))
              .list()
              .stream()
              .collect(Collectors.toUnmodifiableMap(Account::id, Function.identity()));
      byId = known;
    }
    return known;
  }

  private static Account account(ResultSet row) throws SQLException {
    OffsetDateTime lastLogin = row.getObject("last_login", OffsetDateTime.class);
    return new Account(
        row.getInt("id"),
        row.getString("username"),
        row.getString("display_name"),
        row.getString("password_hash"),
        Stream.of((String[]) row.getArray("roles").getArray())
            .map(Role::valueOf)
            .collect(Collectors.toSet()),
        Set.of((Integer[]) row.getArray("sites").getArray()),
        row.getBoolean("enabled"),
        row.getBoolean("must_change"),
        row.getInt("version"),
        lastLogin == null ? null : lastLogin.toInstant());
  }

  private static String[] names(Collection<Role> roles) {
    return roles.stream().map(Role::name).sorted().toArray(String[]::new);
  }

  private static Integer[] numbers(Collection<Integer> sites) {
    return sites.stream().sorted().toArray(Integer[]::new);
  }
}
