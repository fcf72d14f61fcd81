package io.kunan.app.cli.serve;

import io.kunan.app.cli.BuildVersion;
import io.kunan.app.cli.ExitCode;
import io.kunan.app.server.KunanServer;
import io.kunan.platform.home.HomeFolder;
import io.kunan.platform.home.Mode;
import io.kunan.platform.identity.FirstAdministrator;
import io.kunan.platform.web.ServerOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the server until it is stopped by Ctrl-C or a signal. */
@Command(
    name = "serve",
    description = "Run the server until Ctrl-C.",
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Folder of this installation (default: KUNAN_HOME, else ~/.kunan).")
  private @Nullable Path home;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + ServerOptions.USUAL_PORT,
      description = "TCP port, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "H",
      defaultValue = ServerOptions.LOOPBACK,
      description = "Address to bind; 0.0.0.0 lets other machines in (default: ${DEFAULT-VALUE}).")
  private String host = ServerOptions.LOOPBACK;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    ServerOptions options =
        new ServerOptions(
            host,
            port,
            Mode.NORMAL,
            Clock.systemUTC(),
            BuildVersion.current(),
            BuildVersion.commit());
    Path folder = home == null ? HomeFolder.defaultRoot(System.getenv()) : home;
    try (KunanServer server = KunanServer.start(folder, options, System.getenv())) {
      announce(server);
      server.awaitStop();
    }
    return ExitCode.DONE;
  }

  private void announce(KunanServer server) {
    PrintWriter out = spec.commandLine().getOut();
    server
        .passwordToShow()
        .ifPresent(
            password -> {
              out.println("First start. This is shown once:");
              out.println("  user      " + FirstAdministrator.USERNAME);
              out.println("  password  " + password);
            });
    out.println("Kunan answers at " + server.address());
    out.flush();
  }
}
