package io.kunan.platform.web;

import io.kunan.kernel.Sentence;
import org.springframework.http.HttpStatus;

/**
 * A request that is refused for a reason its sender should read: what is not there, not allowed, or
 * in the way. Values that cannot be used are {@link io.kunan.kernel.InputException}.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final @Sentence String remedy;

  public Refusal(HttpStatus status, @Sentence String reason, @Sentence String remedy) {
    super(reason);
    this.status = status;
    this.remedy = remedy;
  }

  /** 404; also for what the caller may not see, so that its existence is not told. */
  public static Refusal notFound(@Sentence String what) {
    return new Refusal(HttpStatus.NOT_FOUND, what + " does not exist", "look it up in its list");
  }

  /** 409: it contradicts what is there. */
  public static Refusal conflict(@Sentence String reason, @Sentence String remedy) {
    return new Refusal(HttpStatus.CONFLICT, reason, remedy);
  }

  /** 403: this person may not do it. */
  public static Refusal forbidden(@Sentence String reason, @Sentence String remedy) {
    return new Refusal(HttpStatus.FORBIDDEN, reason, remedy);
  }

  /** 423: somebody else is at it. */
  public static Refusal busy(@Sentence String reason, @Sentence String remedy) {
    return new Refusal(HttpStatus.LOCKED, reason, remedy);
  }

  public HttpStatus status() {
    return status;
  }

  public @Sentence String remedy() {
    return remedy;
  }
}
