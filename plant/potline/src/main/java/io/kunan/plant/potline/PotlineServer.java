package io.kunan.plant.potline;

import io.kunan.kernel.InputException;
import io.kunan.plant.potline.internal.opcua.PotlineOpcUa;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.jspecify.annotations.Nullable;

/**
 * A virtual potline behind a real OPC UA server, in real time.
 *
 * <p>As a program: {@code PotlineServer [--pots 300] [--seed 1] [--port 0] [--bind 127.0.0.1]
 * [--state FILE] [--security FOLDER] [--user NAME] [--warm-up-days 2] [--keep]}. The password of
 * the user is taken from the environment variable KUNAN_PLANT_PASSWORD. When ready it prints one
 * line of JSON with the endpoint; it ends on SIGTERM, and when its standard input closes unless
 * {@code --keep} is given. With {@code --state} the line goes on from the file if it exists and is
 * saved there at the end. Exit 0 done, 2 wrong usage, 3 bad input, 1 anything else.
 */
public final class PotlineServer implements AutoCloseable {
  private static final long STOP_SECONDS = 20;

  private final Potline line;
  private final PotlineOpcUa opcUa;
  private final @Nullable Path state;
  private final Thread loop;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Queue<Consumer<Potline.Operations>> orders = new ConcurrentLinkedQueue<>();
  private volatile boolean running = true;

  private PotlineServer(Potline line, LivePotline live, PotlineOpcUa opcUa, @Nullable Path state) {
    this.line = line;
    this.opcUa = opcUa;
    this.state = state;
    loop = Thread.ofPlatform().name("potline").daemon().unstarted(() -> run(live));
  }

  /**
   * What to serve and where.
   *
   * @param pots of a line that starts afresh
   * @param seed of a line that starts afresh
   * @param warmUpDays run before the first second of a line that starts afresh
   * @param bind address to listen on
   * @param port 0 for a free one
   * @param state file to go on from and to save to, or null
   * @param security folder of the server's certificate, or null
   * @param user the only user, null to let everybody read
   * @param password of the user
   */
  public record Options(
      int pots,
      long seed,
      int warmUpDays,
      String bind,
      int port,
      @Nullable Path state,
      @Nullable Path security,
      @Nullable String user,
      @Nullable String password) {

    /** A fresh line on a free port of this machine. */
    public static Options fresh(int pots, long seed) {
      return new Options(pots, seed, 2, "127.0.0.1", 0, null, null, null, null);
    }
  }

  /** Starts to serve; the line has caught up with the clock when this returns. */
  public static PotlineServer start(Options options, Clock clock) throws IOException {
    Potline line = open(options, clock);
    var live = new LivePotline(line, clock);
    live.catchUp();
    var access =
        new PotlineOpcUa.Access(
            options.bind(), options.port(), options.security(), options.user(), options.password());
    var server =
        new PotlineServer(line, live, PotlineOpcUa.start(line.tags(), access), options.state());
    server.loop.start();
    return server;
  }

  private static Potline open(Options options, Clock clock) throws IOException {
    Path state = options.state();
    int threads = Runtime.getRuntime().availableProcessors();
    if (state != null && Files.exists(state)) {
      return Potline.restore(state, threads);
    }
    var start =
        clock
            .instant()
            .truncatedTo(ChronoUnit.MINUTES)
            .minus(Duration.ofDays(options.warmUpDays()));
    return Potline.start(PotlineSettings.usual(options.pots(), options.seed(), start));
  }

  /** Address that clients connect to. */
  public String endpoint() {
    return opcUa.endpoint();
  }

  /** Lets people act on the running line, between two of its seconds. */
  public void operations(Consumer<Potline.Operations> action) {
    orders.add(action);
  }

  private void run(LivePotline live) {
    try {
      while (running) {
        for (var order = orders.poll(); order != null; order = orders.poll()) {
          order.accept(line.operations());
        }
        Duration pause =
            live.tell(
                (micros, values, qualities, events) -> {
                  opcUa.publish(micros, values, qualities);
                  publish(events);
                });
        if (pause.isPositive()) {
          TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stopped.countDown();
    }
  }

  private void publish(List<PotEvent> events) {
    try {
      for (PotEvent event : events) {
        opcUa.publish(event);
      }
    } catch (UaException e) {
      throw new IllegalStateException("an event cannot be published", e);
    }
  }

  /** Stops the line and the server, and saves the line where it was asked for. */
  @Override
  public void close() throws IOException {
    running = false;
    loop.interrupt();
    try {
      if (!stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("the line did not stop within %d s".formatted(STOP_SECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the line stopped", e);
    }
    if (state != null) {
      line.save(state);
    }
    opcUa.close();
    line.close();
  }

  /** Runs as a program. */
  public static void main(String[] arguments) {
    try {
      Map<String, String> given = parse(arguments);
      PotlineServer server = start(options(given), Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
      System.out.printf(
          "{\"endpoint\":\"%s\",\"pots\":%d,\"tags\":%d,\"now\":\"%s\"}%n",
          server.endpoint(),
          server.line.settings().pots(),
          server.line.tags().size(),
          server.line.now());
      System.out.flush();
      if (!given.containsKey("keep")) {
        // Blocks until the parent closes our standard input, which it also does by ending.
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
      }
      server.stopped.await();
      System.exit(1);
    } catch (InputException e) {
      System.err.println("potline: " + e.getMessage());
      System.exit(e.where().startsWith("--") ? 2 : 3);
    } catch (IOException e) {
      System.err.println("potline: " + e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      System.exit(1);
    }
  }

  private static void stop(PotlineServer server) {
    try {
      server.close();
    } catch (IOException e) {
      System.err.println("potline: " + e.getMessage());
    }
  }

  private static Map<String, String> parse(String[] arguments) {
    var given = new HashMap<String, String>();
    List<String> known =
        List.of("pots", "seed", "port", "bind", "state", "security", "user", "warm-up-days");
    for (int i = 0; i < arguments.length; i++) {
      String key = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
      if (key.equals("keep")) {
        given.put(key, "");
      } else if (known.contains(key) && i + 1 < arguments.length) {
        given.put(key, arguments[++i]);
      } else {
        throw new InputException(
            "--" + key,
            "“%s” cannot be used".formatted(arguments[i]),
            "use --" + String.join(" V, --", known) + " V or --keep");
      }
    }
    return given;
  }

  private static Options options(Map<String, String> given) {
    String state = given.get("state");
    String security = given.get("security");
    return new Options(
        number(given, "pots", 300),
        number(given, "seed", 1),
        number(given, "warm-up-days", 2),
        given.getOrDefault("bind", "127.0.0.1"),
        number(given, "port", 0),
        state == null ? null : Path.of(state),
        security == null ? null : Path.of(security),
        given.get("user"),
        System.getenv("KUNAN_PLANT_PASSWORD"));
  }

  private static int number(Map<String, String> given, String key, int usual) {
    String text = given.get(key);
    try {
      return text == null ? usual : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new InputException("--" + key, "“%s” is no number".formatted(text), "give one", e);
    }
  }
}
