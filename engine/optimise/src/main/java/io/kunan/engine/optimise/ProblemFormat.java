package io.kunan.engine.optimise;

import io.kunan.engine.optimise.internal.files.ShopText;
import io.kunan.engine.optimise.internal.files.SourceText;
import io.kunan.kernel.InputException;

/** How a shop is written in a text file. */
public enum ProblemFormat {
  /**
   * {@code jobs machines}, then for each job a row of machine–duration pairs, machines from 0; a
   * row that has not one pair for each machine ends with {@code -1 -1}.
   */
  JOB_SHOP {
    @Override
    Problem parse(SourceText source) {
      return ShopText.jobShop(source);
    }
  },
  /**
   * {@code jobs machines [alternatives]}, then for each job its number of operations and for each
   * operation the number of alternatives and as many machine–duration pairs, machines from 1.
   */
  FLEXIBLE_JOB_SHOP {
    @Override
    Problem parse(SourceText source) {
      return ShopText.flexibleJobShop(source);
    }
  },
  /** Taillard's {@code .fsp}, a row for each machine, or a row of pairs for each job. */
  FLOW_SHOP {
    @Override
    Problem parse(SourceText source) {
      return ShopText.flowShop(source);
    }
  };

  abstract Problem parse(SourceText source);

  /**
   * Reads a problem.
   *
   * @param path a file, or an entry of a zip file as {@code file.zip!entry}
   * @throws InputException with file, line, what was found and what is allowed
   */
  public Problem read(String path) {
    return parse(SourceText.read(path));
  }
}
