package io.kunan.platform.streams;

import io.kunan.kernel.Text;
import java.util.List;
import java.util.Optional;

/** The stream jobs of this installation. */
public interface StreamJobs {
  /** All, by number. */
  List<StreamJob> list();

  Optional<StreamJob> find(int id);

  /**
   * Makes a job that runs at once, unless there is one of this name.
   *
   * @param definition the engine's JSON form of a job; see docs/streams.md
   * @throws io.kunan.kernel.InputException that names the field
   */
  StreamJob ensure(Text name, String definition);
}
