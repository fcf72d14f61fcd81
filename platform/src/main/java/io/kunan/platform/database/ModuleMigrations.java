package io.kunan.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the database to what this build needs. Convention: the scripts of a module lie in {@code
 * db/migration/<module>/V1__what.sql} on the class path, act on the schema {@code <module>}, and
 * are remembered in a history table of that schema. Modules know nothing of each other's tables:
 * they hold numbers, never foreign keys, across schemas, so that their order does not matter.
 */
public final class ModuleMigrations {
  private static final Pattern MODULE = Pattern.compile("/db/migration/([a-z][a-z0-9_]*)/[^/]+$");

  private ModuleMigrations() {}

  /** Applies what is missing, one module after the other. */
  public static void apply(DataSource database) {
    for (String module : modules()) {
      Flyway.configure()
          .dataSource(database)
          .schemas(module)
          .locations("classpath:db/migration/" + module)
          .load()
          .migrate();
    }
  }

  /** The modules whose scripts are on the class path. */
  public static SortedSet<String> modules() {
    try {
      SortedSet<String> names = new TreeSet<>();
      for (Resource script :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:db/migration/*/*.sql")) {
        Matcher path = MODULE.matcher(script.getURL().toString());
        if (path.find()) {
          names.add(path.group(1));
        }
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
