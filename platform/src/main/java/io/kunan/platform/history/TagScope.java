package io.kunan.platform.history;

import io.kunan.platform.web.Caller;
import java.util.Collection;

/** Whether a person may see tags. */
@FunctionalInterface
public interface TagScope {
  /**
   * Passes when the person may see all of these tags.
   *
   * @throws io.kunan.platform.web.Refusal (404) for a tag that does not exist or lies outside the
   *     person's sites
   */
  void check(Caller caller, Collection<Integer> tags);
}
