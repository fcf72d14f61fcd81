package io.kunan.scenario.scheduling.internal;

import io.kunan.kernel.AssetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what was reported of operations. */
@Repository
class ReportStore {
  private final JdbcClient database;

  ReportStore(JdbcClient database) {
    this.database = database;
  }

  /** All reports of a plant, the newest first. */
  List<OperationReport> of(AssetId asset) {
    return database
        .sql(
            """
            select * from scheduling.actual where asset_id = :asset
            order by reported_at desc, started_at desc
            """)
        .param("asset", asset.value())
        .query(ReportStore::report)
        .list();
  }

  private static OperationReport report(ResultSet row, int number) throws SQLException {
    Timestamp end = row.getTimestamp("ended_at");
    return new OperationReport(
        row.getString("order_id"),
        row.getInt("operation"),
        row.getString("step"),
        row.getString("resource"),
        row.getTimestamp("started_at").toInstant(),
        end == null ? null : end.toInstant(),
        row.getDouble("scrap"),
        row.getTimestamp("reported_at").toInstant(),
        row.getString("reported_by"));
  }

  /** Keeps a report in place of the one the operation had. */
  void put(AssetId asset, OperationReport report) {
    database
        .sql(
            """
            insert into scheduling.actual (asset_id, order_id, operation, step, resource,
              started_at, ended_at, scrap, reported_at, reported_by)
            values (:asset, :order, :operation, :step, :resource, :start, :end, :scrap, :at, :by)
            on conflict (asset_id, order_id, operation) do update set step = :step,
              resource = :resource, started_at = :start, ended_at = :end, scrap = :scrap,
              reported_at = :at, reported_by = :by
            """)
        .param("asset", asset.value())
        .param("order", report.order())
        .param("operation", report.operation())
        .param("step", report.step())
        .param("resource", report.resource())
        .param("start", Timestamp.from(report.start()))
        .param("end", report.end() == null ? null : Timestamp.from(report.end()))
        .param("scrap", report.scrapTonnes())
        .param("at", Timestamp.from(report.reportedAt()))
        .param("by", report.reportedBy())
        .update();
  }

  /** Takes a report back; whether there was one. */
  boolean remove(AssetId asset, String order, int operation) {
    return database
            .sql(
                """
                delete from scheduling.actual
                where asset_id = :asset and order_id = :order and operation = :operation
                """)
            .param("asset", asset.value())
            .param("order", order)
            .param("operation", operation)
            .update()
        > 0;
  }
}
