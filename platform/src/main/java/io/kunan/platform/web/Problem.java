package io.kunan.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not done (RFC 9457).
 *
 * @param type a stable name of the kind of problem
 * @param title what is wrong, in a few words
 * @param status of HTTP
 * @param detail one sentence
 * @param where field, file or line
 * @param remedy what to do
 * @param requestId stands in the server's log beside the same request
 * @param fields those that cannot be used
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem")
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String where,
    @Nullable String remedy,
    String requestId,
    @Nullable List<Field> fields) {
  public Problem {
    fields = fields == null ? null : List.copyOf(fields);
  }

  /**
   * A field of the request that cannot be used.
   *
   * @param value as found
   * @param allowed what would be
   */
  @Schema(name = "ProblemField")
  public record Field(String field, @Nullable String value, String allowed) {}
}
