package io.kunan.platform.web.internal;

import io.kunan.platform.web.OpenToAll;
import io.kunan.platform.web.Problem;
import io.kunan.platform.web.Problems;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what failed before it reached a controller. */
@Hidden
@RestController
class ErrorEndpoint implements ErrorController {
  private final Problems problems;

  ErrorEndpoint(Problems problems) {
    this.problems = problems;
  }

  @OpenToAll
  @RequestMapping("/error")
  ResponseEntity<Problem> error(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status =
        Objects.requireNonNullElse(
            HttpStatus.resolve(code instanceof Integer number ? number : 404),
            HttpStatus.INTERNAL_SERVER_ERROR);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            problems.problem(
                request,
                status,
                status.is5xxServerError()
                    ? "A fault of ours"
                    : "There is nothing to be had at this address",
                "the request did not reach what serves it",
                null,
                "check the address",
                null));
  }
}
