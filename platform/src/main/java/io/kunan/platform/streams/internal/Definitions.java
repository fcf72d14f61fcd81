package io.kunan.platform.streams.internal;

import io.kunan.engine.stream.job.Job;
import io.kunan.engine.stream.job.JobFile;
import io.kunan.kernel.InputException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The JSON form of a job as people write it: that of the engine without its id. */
public final class Definitions {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final Pattern JOB = Pattern.compile("^job [^,]+(, )?");
  private static final Pattern NUMBERED = Pattern.compile(" (\\d+)$");
  private static final Pattern LENGTH = Pattern.compile("[\"'](\\d{1,9})(ms|s|m|h|d)[\"']");
  private static final Duration LEAST = Duration.ofHours(1);
  private static final Duration MOST = Duration.ofDays(31);

  private Definitions() {}

  /**
   * Reads a definition.
   *
   * @param id number of the job; 0 for one that has none yet
   * @throws InputException that names the field as {@link #field} gives it
   */
  static Job read(int id, Map<String, Object> definition) {
    Map<String, Object> whole = new java.util.LinkedHashMap<>(definition);
    whole.put("id", Integer.toString(id));
    try {
      return JobFile.readJob(JSON.writeValueAsString(whole));
    } catch (InputException e) {
      throw named(e);
    }
  }

  static Job read(int id, String definition) {
    return read(id, JSON.readValue(definition, OBJECT));
  }

  /** What people see of a job, and may change. */
  public static Map<String, Object> write(Job job) {
    Map<String, Object> whole = JSON.readValue(JobFile.write(job), OBJECT);
    whole.remove("id");
    return whole;
  }

  static String text(Job job) {
    return JSON.writeValueAsString(write(job));
  }

  /** The same fault, said of a field of the definition. */
  static InputException named(InputException fault) {
    String where = JOB.matcher(fault.where()).replaceFirst("");
    return new InputException(
        where.isEmpty() ? "definition" : where, fault.found(), fault.remedy(), fault);
  }

  /** {@code transitions 2, when, line 1 column 4} becomes {@code transitions[1].when}. */
  static String field(String where) {
    StringBuilder path = new StringBuilder();
    for (String part : where.split(", ")) {
      if (part.startsWith("line ")) {
        break;
      }
      Matcher numbered = NUMBERED.matcher(part);
      String name =
          numbered.find()
              ? "%s[%d]"
                  .formatted(
                      part.substring(0, numbered.start()), Integer.parseInt(numbered.group(1)) - 1)
              : part;
      path.append(path.isEmpty() ? "" : ".").append(name);
    }
    return path.toString();
  }

  /**
   * How far a job looks back: the longest time that its definition names, at least an hour and at
   * most a month.
   */
  static Duration lookBack(Job job) {
    Duration longest = LEAST;
    Matcher matcher = LENGTH.matcher(JobFile.write(job));
    while (matcher.find()) {
      long count = Long.parseLong(matcher.group(1));
      Duration length =
          switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
          };
      longest = length.compareTo(longest) > 0 ? length : longest;
    }
    return longest.compareTo(MOST) < 0 ? longest : MOST;
  }
}
