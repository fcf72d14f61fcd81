package io.kunan.platform.identity.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The components linked into the product, read from the list that the build generates. */
final class ThirdParty {
  private static final String LIST = "/THIRD-PARTY.md";
  private static final String LINKED = "## Linked";
  private static final Pattern ROW =
      Pattern.compile("\\| ([^|]*\\S) +\\| ([^|]*\\S) +\\| ([^|]*\\S) +\\|");

  private ThirdParty() {}

  /** A component with its version and licence, or those of which one may be chosen. */
  record LinkedComponent(String name, String version, String licence) {}

  /** Those linked, by name; empty in a build without the list. */
  static List<LinkedComponent> linked() {
    try (var file = ThirdParty.class.getResourceAsStream(LIST)) {
      if (file == null) {
        return List.of();
      }
      var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      return linked(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of every section of linked components: of the server and of the console. */
  static List<LinkedComponent> linked(List<String> page) {
    List<LinkedComponent> found = new ArrayList<>();
    boolean inside = false;
    for (String line : page) {
      inside = line.startsWith("## ") ? line.startsWith(LINKED) : inside;
      Matcher row = ROW.matcher(line);
      if (inside && row.matches() && !row.group(1).equals("component")) {
        found.add(new LinkedComponent(row.group(1), row.group(2), row.group(3)));
      }
    }
    return found;
  }
}
