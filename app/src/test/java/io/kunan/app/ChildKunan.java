package io.kunan.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a test runs the application in a process of its own. */
public final class ChildKunan {
  private ChildKunan() {}

  /**
   * The words of the command.
   *
   * @param heap most memory, such as 512m
   * @param arguments after {@code ./kunan}
   */
  public static List<String> command(String heap, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkunan.cache=" + System.getProperty("kunan.cache", ""),
                "-cp",
                System.getProperty("java.class.path"),
                Kunan.class.getName()));
    command.addAll(Arrays.asList(arguments));
    return command;
  }
}
