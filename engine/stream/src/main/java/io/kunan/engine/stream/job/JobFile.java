package io.kunan.engine.stream.job;

import io.kunan.kernel.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON form of jobs: {@code {"jobs": [ … ]}}. A job with a fault is left out with its reason;
 * the others are read.
 *
 * @param jobs those read
 * @param problems why the others are not
 */
public record JobFile(List<Job> jobs, List<String> problems) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  public JobFile {
    jobs = List.copyOf(jobs);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file.
   *
   * @throws InputException when it is not there or no JSON, with line and column
   */
  public static JobFile read(Path file) {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new InputException(file.toString(), "is not there", "name a file of jobs", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a text.
   *
   * @param name of the file, for errors
   */
  public static JobFile read(String name, String text) {
    JsonNode root = parse(name, text);
    JsonNode list = root.isObject() ? root.path("jobs") : root;
    if (!list.isArray()) {
      throw new InputException(name, "holds no list of jobs", "write {\"jobs\": [ … ]}");
    }
    List<Job> jobs = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      try {
        jobs.add(JobReader.read("job %d".formatted(i + 1), list.get(i)));
      } catch (InputException e) {
        problems.add(Objects.requireNonNullElse(e.getMessage(), name));
      }
    }
    return new JobFile(jobs, problems);
  }

  /**
   * Reads one job.
   *
   * @throws InputException that names field, value, what is allowed and what to do
   */
  public static Job readJob(String text) {
    return JobReader.read("job", parse("job", text));
  }

  /** The JSON form of one job, which {@link #readJob} reads back to an equal one. */
  public static String write(Job job) {
    return JSON.writeValueAsString(JobWriter.write(job));
  }

  private static JsonNode parse(String name, String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      String where =
          at == null
              ? name
              : "%s, line %d column %d".formatted(name, at.getLineNr(), at.getColumnNr());
      throw new InputException(where, e.getOriginalMessage(), "write JSON", e);
    }
  }
}
