package io.kunan.app.cli.demo;

import io.kunan.app.cli.BuildVersion;
import io.kunan.app.cli.ExitCode;
import io.kunan.app.cli.TerminalProgress;
import io.kunan.app.demo.Demo;
import io.kunan.app.server.KunanServer;
import io.kunan.kernel.InputException;
import io.kunan.platform.home.HomeFolder;
import io.kunan.platform.home.Mode;
import io.kunan.platform.identity.FirstAdministrator;
import io.kunan.platform.web.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the demo until it is stopped by Ctrl-C or a signal. */
@Command(
    name = "demo",
    description = {
      "Run an installation of its own with a virtual 300-pot line, until Ctrl-C.",
      "Its home is .kunan-demo in the checkout; nothing outside it is touched."
    },
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  @Option(names = "--fresh", description = "Wipe the demo's home and start anew.")
  private boolean fresh;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + ServerOptions.USUAL_PORT,
      description = "TCP port, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--pots",
      paramLabel = "N",
      defaultValue = "300",
      description = "Pots of the line on the first start (default: ${DEFAULT-VALUE}).")
  private int pots;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Another home for the demo (default: .kunan-demo in the checkout).")
  private @org.jspecify.annotations.Nullable Path home;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Path folder = home == null ? usualHome() : home.toAbsolutePath();
    if (fresh) {
      wipe(folder);
    }
    ServerOptions options =
        new ServerOptions(
            ServerOptions.LOOPBACK,
            port,
            Mode.DEMO,
            Clock.systemUTC(),
            BuildVersion.current(),
            BuildVersion.commit());
    // The demo has its own database whatever the environment names for a real installation.
    try (KunanServer server = KunanServer.start(folder, options, Map.of())) {
      Demo demo = server.alongside(new Demo(server, folder, pots));
      announce(server, folder);
      demo.start(new TerminalProgress(spec.commandLine().getErr()));
      server.awaitStop();
    }
    return ExitCode.DONE;
  }

  private static Path usualHome() {
    String checkout = System.getenv().getOrDefault("KUNAN_CHECKOUT", "");
    return Path.of(checkout).resolve(".kunan-demo").toAbsolutePath();
  }

  private void announce(KunanServer server, Path folder) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Kunan demo: a virtual plant, not real operation");
    out.println("  open      " + server.address());
    out.println("  user      " + FirstAdministrator.USERNAME);
    out.println("  password  " + server.passwordToShow().orElse("(changed by its user)"));
    out.println("  home      " + folder);
    out.println(
        "  sample    " + folder.resolve("sample-laboratory.csv") + " (drop it on the import page)");
    out.println("Ctrl-C stops it.");
    out.flush();
  }

  private static void wipe(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder.resolve("secrets"))) {
      throw new InputException(
          "--fresh",
          folder + " is no home of Kunan",
          "delete it yourself if that is what you want");
    }
    if (HomeFolder.isInUse(folder)) {
      throw new InputException(
          "--fresh", folder + " is in use by a running demo", "stop that one first");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
