package io.kunan.app.licences;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The licences under which we link, and the few more under which we only build. */
final class AllowedLicences {
  private static final List<Pattern> LINKED =
      List.of(
          Pattern.compile("Apache-2\\.0|(The )?Apache (Software )?(License.*)?2.*|ASL 2\\.0"),
          Pattern.compile("MIT(-0)?|(The )?MIT License"),
          Pattern.compile("BSD-[0-9A-Za-z-]+|0BSD|ISC|Zlib|Unlicense|CC0-1\\.0|BlueOak-1\\.0\\.0"),
          Pattern.compile("EPL-[12]\\.0|Eclipse Public License.*|MPL-2\\.0|BSD-3-Clause.*"),
          Pattern.compile("PostgreSQL|Unicode-.*|Public Domain"),
          Pattern.compile("Bouncy Castle Licence"),
          Pattern.compile("Eclipse Distribution License.*|EDL-1\\.0"),
          Pattern.compile("Go License")); // RE2/J's name for BSD-3-Clause
  private static final Pattern BUILD_ONLY = Pattern.compile("CC-BY-4\\.0|Python-2\\.0");

  private AllowedLicences() {}

  static boolean mayLink(Component component) {
    return component.licences().stream().anyMatch(AllowedLicences::mayLink);
  }

  static boolean mayBuildWith(Component component) {
    return mayLink(component)
        || component.licences().stream().anyMatch(l -> BUILD_ONLY.matcher(l).matches());
  }

  /** An SPDX expression passes when one of its alternatives is made of allowed parts only. */
  private static boolean mayLink(String expression) {
    String bare = expression.replace("(", "").replace(")", "");
    return Arrays.stream(bare.split(" OR "))
        .anyMatch(
            alternative -> Arrays.stream(alternative.split(" AND ")).allMatch(AllowedLicences::is));
  }

  private static boolean is(String licence) {
    return LINKED.stream().anyMatch(pattern -> pattern.matcher(licence.strip()).matches());
  }
}
