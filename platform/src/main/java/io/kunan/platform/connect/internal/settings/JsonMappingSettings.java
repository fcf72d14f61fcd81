package io.kunan.platform.connect.internal.settings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How the values of JSON messages become values of tags, as people write it.
 *
 * @param topic topic filter with named levels, such as plant/{line}/+/pots/{pot}
 * @param value JSON pointer to the value; a level in braces stands for every member of an object or
 *     element of an array and gets that name, such as /values/{signal}
 * @param time JSON pointer to the time, with the same levels in braces; null takes the time of
 *     arrival
 * @param quality JSON pointer to the quality; null is good
 * @param name name of the source, with named levels and JSON pointers in braces, such as
 *     {line}.{pot}.{signal} or {line}.{/meta/id}
 */
public record JsonMappingSettings(
    @NotBlank @Size(max = 500) String topic,
    @NotNull @Size(max = 500) String value,
    @Nullable @Size(max = 500) String time,
    @NotNull TimeFormat timeFormat,
    @Nullable @Size(max = 500) String quality,
    @NotNull QualityFormat qualityFormat,
    @NotBlank @Size(max = 500) String name) {

  /** How a time is written. */
  public enum TimeFormat {
    EPOCH_S,
    EPOCH_MS,
    EPOCH_US,
    /** ISO 8601 with offset, such as 2026-11-20T06:32:07.250Z. */
    ISO_8601
  }

  /** How a quality is written. */
  public enum QualityFormat {
    /** GOOD, UNCERTAIN or BAD in any case, or true for good. */
    WORD,
    /** A byte of OPC Data Access: from 192 good, from 64 uncertain, below bad. */
    OPC_DA,
    /** A 32-bit OPC UA status code. */
    OPC_UA
  }
}
