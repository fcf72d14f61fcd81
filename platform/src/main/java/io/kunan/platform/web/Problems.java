package io.kunan.platform.web;

import io.kunan.kernel.Sentence;
import io.kunan.platform.web.internal.ReaderLanguage;
import io.kunan.platform.web.internal.RequestIdFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes {@link Problem}s and writes them where no controller is there to answer. */
@Component
public class Problems {
  private final JsonMapper json;
  private final Wording wording;

  Problems(JsonMapper json, Wording wording) {
    this.json = json;
    this.wording = wording;
  }

  /** A problem of the request now served, in the language of its reader. */
  public Problem problem(
      HttpServletRequest request,
      HttpStatus status,
      @Sentence String title,
      @Sentence String detail,
      @Sentence @Nullable String where,
      @Sentence @Nullable String remedy,
      @Nullable List<Problem.Field> fields) {
    Locale reader = ReaderLanguage.of(request);
    return new Problem(
        "urn:kunan:problem:" + status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        wording.say(title, reader),
        status.value(),
        wording.say(detail, reader),
        wording.place(where, reader),
        remedy == null ? null : wording.say(remedy, reader),
        RequestIdFilter.idOf(request),
        fields);
  }

  /** Answers with a problem from outside a controller. */
  public void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      @Sentence String title,
      @Sentence String detail,
      @Sentence String remedy)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    Problem problem = problem(request, status, title, detail, null, remedy, null);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    json.writeValue(response.getOutputStream(), problem);
  }
}
