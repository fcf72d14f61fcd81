package io.kunan.platform.audit;

import io.kunan.kernel.Micros;
import io.kunan.kernel.Sentence;
import io.kunan.platform.home.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The chain of the trail. Each entry's hash is SHA-256 over the hash before it and its own fields,
 * so that a change shows in all that follows; its seal is HMAC-SHA-256 of the hash with a key in
 * the home's secrets, so that whoever owns only the database cannot make the chain anew.
 */
public final class AuditChain {
  /** The hash before the first entry. */
  public static final byte[] START = new byte[0];

  private static final String KEY = "audit-key";
  private static final int ROWS_AT_A_TIME = 1_000;

  private final SecretKeySpec key;

  /** The chain of a home; its key is made at the first use. */
  public AuditChain(Secrets secrets) {
    byte[] bytes = secrets.getOrCreate(KEY).getBytes(StandardCharsets.UTF_8);
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /** The hash of an entry that follows {@code previous}. */
  public byte[] hash(byte[] previous, AuditEntry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, previous);
      out.writeLong(entry.seq());
      out.writeLong(Micros.of(entry.at()));
      for (String field :
          new String[] {entry.actor(), entry.action(), entry.object(), entry.detail()}) {
        write(out, field.getBytes(StandardCharsets.UTF_8));
      }
      return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }

  /** The seal of a hash. */
  public byte[] seal(byte[] hash) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every Java", e);
    }
  }

  /** Reads the whole trail, a thousand entries at a time, and checks every link. */
  public AuditVerdict verify(Connection connection) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false); // a cursor lives in a transaction
    try (var statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      statement.setFetchSize(ROWS_AT_A_TIME);
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT seq, at, actor, action, object, detail, hash, seal"
                  + " FROM audit.entry ORDER BY seq")) {
        return verify(rows, connection);
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(autoCommit);
    }
  }

  private AuditVerdict verify(ResultSet rows, Connection connection) throws SQLException {
    byte[] previous = START;
    long expected = 1;
    while (rows.next()) {
      AuditEntry entry = entry(rows);
      if (entry.seq() != expected) {
        return broken(expected - 1, expected, "the entry is missing");
      }
      byte[] hash = hash(previous, entry);
      if (!Arrays.equals(hash, rows.getBytes("hash"))) {
        return broken(expected, entry.seq(), "its contents do not fit its hash");
      }
      if (!MessageDigest.isEqual(seal(hash), rows.getBytes("seal"))) {
        return broken(expected, entry.seq(), "its seal is not of this installation");
      }
      previous = hash;
      expected++;
    }
    return verifyHead(connection, expected - 1, previous);
  }

  private AuditVerdict verifyHead(Connection connection, long entries, byte[] last)
      throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet head = statement.executeQuery("SELECT seq, hash, seal FROM audit.head")) {
      if (!head.next()) {
        return broken(entries, entries + 1, "the head of the chain is missing");
      }
      boolean fits =
          head.getLong("seq") == entries
              && Arrays.equals(head.getBytes("hash"), last)
              && (entries == 0 || MessageDigest.isEqual(seal(last), head.getBytes("seal")));
      return fits
          ? new AuditVerdict(true, entries, null, null)
          : broken(entries, entries + 1, "the end of the chain was cut off or replaced");
    }
  }

  private static AuditVerdict broken(long read, long seq, @Sentence String reason) {
    return new AuditVerdict(false, read, seq, reason);
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("action"),
        row.getString("object"),
        row.getString("detail"));
  }

  private static void write(DataOutputStream out, byte[] field) throws IOException {
    out.writeInt(field.length);
    out.write(field);
  }
}
