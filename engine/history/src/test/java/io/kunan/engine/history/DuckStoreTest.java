package io.kunan.engine.history;

import io.kunan.engine.history.internal.duck.DuckStore;
import io.kunan.engine.history.kit.HistoryStoreKit;
import io.kunan.engine.history.store.HistoryStore;
import java.nio.file.Path;

/** The embedded store passes the compatibility kit. */
class DuckStoreTest extends HistoryStoreKit {
  @Override
  protected HistoryStore open(Path folder) {
    return DuckStore.open(HistoryOptions.in(folder));
  }
}
