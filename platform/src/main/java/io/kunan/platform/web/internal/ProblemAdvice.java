package io.kunan.platform.web.internal;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Sentence;
import io.kunan.platform.web.Problem;
import io.kunan.platform.web.Problems;
import io.kunan.platform.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Every exception of a controller as a problem a person can act on; faults of ours go to the log.
 */
@RestControllerAdvice
class ProblemAdvice {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Problem> badInput(InputException bad, HttpServletRequest request) {
    return answer(
        request,
        HttpStatus.BAD_REQUEST,
        "This cannot be used",
        String.valueOf(bad.getMessage()),
        bad.where(),
        bad.remedy(),
        null);
  }

  @ExceptionHandler
  ResponseEntity<Problem> refused(Refusal refusal, HttpServletRequest request) {
    return answer(
        request,
        refusal.status(),
        String.valueOf(refusal.getMessage()),
        refusal.getMessage() + "; " + refusal.remedy(),
        null,
        refusal.remedy(),
        null);
  }

  @ExceptionHandler
  ResponseEntity<Problem> badFields(
      MethodArgumentNotValidException bad, HttpServletRequest request) {
    List<Problem.Field> fields =
        bad.getBindingResult().getFieldErrors().stream().map(ProblemAdvice::field).toList();
    return answer(
        request,
        HttpStatus.BAD_REQUEST,
        "Some fields cannot be used",
        fields.stream().map(f -> f.field() + " " + f.allowed()).toList().toString(),
        fields.isEmpty() ? null : fields.getFirst().field(),
        "correct the fields named",
        fields);
  }

  @ExceptionHandler
  ResponseEntity<Problem> unreadable(
      HttpMessageNotReadableException bad, HttpServletRequest request) {
    // A record of the request refused its own value: that says more than the parser around it.
    for (Throwable cause = bad; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputException input) {
        return badInput(input, request);
      }
    }
    return answer(
        request,
        HttpStatus.BAD_REQUEST,
        "The request's body cannot be read",
        firstLine(bad.getMostSpecificCause()),
        "body",
        "send JSON as the API's description says",
        null);
  }

  @ExceptionHandler
  ResponseEntity<Problem> mismatch(
      MethodArgumentTypeMismatchException bad, HttpServletRequest request) {
    for (Throwable cause = bad; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputException input) {
        return badInput(input, request);
      }
    }
    Class<?> wanted = bad.getRequiredType();
    String kind = wanted == null ? "another kind" : wanted.getSimpleName();
    return answer(
        request,
        HttpStatus.BAD_REQUEST,
        "A parameter cannot be used",
        "%s: “%s” is no %s".formatted(bad.getName(), bad.getValue(), kind),
        bad.getName(),
        "give a value of kind " + kind,
        null);
  }

  @ExceptionHandler
  ResponseEntity<Problem> tooLarge(MaxUploadSizeExceededException bad, HttpServletRequest request) {
    return answer(
        request,
        HttpStatus.CONTENT_TOO_LARGE,
        "The file is too large",
        "the upload exceeds what this server takes",
        null,
        "split it, or import it by ./kunan history import",
        null);
  }

  @ExceptionHandler
  ResponseEntity<Problem> contradiction(
      DataIntegrityViolationException bad, HttpServletRequest request) {
    log.info("refused by the database", bad);
    return answer(
        request,
        HttpStatus.CONFLICT,
        "This contradicts what is stored",
        firstLine(bad.getMostSpecificCause()),
        null,
        "load the page again; somebody else may have changed it",
        null);
  }

  /** A fault nobody foresaw; nobody is left to answer when the client has gone, which is normal. */
  @ExceptionHandler
  @Nullable ResponseEntity<Problem> anythingElse(Exception fault, HttpServletRequest request) {
    if (isClientGone(fault)) {
      log.debug("{} {}: the client has gone", request.getMethod(), request.getRequestURI(), fault);
      return null;
    }
    if (fault instanceof ErrorResponse known) {
      HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
      String detail = known.getBody().getDetail();
      return answer(
          request,
          status,
          "The request does not suit this address",
          detail == null ? status.getReasonPhrase() : detail,
          null,
          "see the API's description",
          null);
    }
    log.error("{} {} failed", request.getMethod(), request.getRequestURI(), fault);
    return answer(
        request,
        HttpStatus.INTERNAL_SERVER_ERROR,
        "A fault of ours",
        "the request could not be finished; the server's log says why",
        null,
        "report it with the number of the request",
        null);
  }

  /**
   * Whether reading from or writing to the client failed. The container says so by types of its
   * own: a broken pipe elsewhere, such as to the database, is a fault.
   */
  private static boolean isClientGone(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClientAbortException
          || cause instanceof AsyncRequestNotUsableException) {
        return true;
      }
    }
    return false;
  }

  private ResponseEntity<Problem> answer(
      HttpServletRequest request,
      HttpStatus status,
      @Sentence String title,
      @Sentence String detail,
      @Sentence @Nullable String where,
      @Sentence @Nullable String remedy,
      @Nullable List<Problem.Field> fields) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problems.problem(request, status, title, detail, where, remedy, fields));
  }

  private static Problem.Field field(FieldError error) {
    Object value = error.getRejectedValue();
    String allowed = error.getDefaultMessage();
    return new Problem.Field(
        error.getField(),
        value == null ? null : value.toString(),
        allowed == null ? "is not allowed" : allowed);
  }

  private static String firstLine(@Nullable Throwable fault) {
    String message = fault == null ? null : fault.getMessage();
    return message == null ? "no reason given" : message.lines().findFirst().orElse("");
  }
}
