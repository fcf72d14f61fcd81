package io.kunan.platform.live;

import io.kunan.platform.web.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Last values of all tags, from memory. */
public interface LiveValues {
  /** The last value of each tag that has one, in the order asked. */
  List<LiveValue> list(Collection<Integer> tags);

  Optional<LiveValue> find(int tag);

  /**
   * A number that grows whenever the tag gets a new value in this run of the server; 0 before the
   * first. Streams send what grew since they last looked.
   */
  long change(int tag);

  /** Age of the newest value a person may see, in seconds; empty before the first. */
  Optional<Double> newestAgeSeconds(Caller person);

  /**
   * Share of the tags a person may see and that got a value in this run, whose last value is of
   * good quality; empty before the first.
   */
  Optional<Double> goodShare(Caller person);
}
