package io.kunan.app.server;

import io.kunan.platform.database.Database;
import io.kunan.platform.home.HomeFolder;
import io.kunan.platform.identity.FirstAdministrator;
import io.kunan.platform.web.ServerOptions;
import io.kunan.platform.web.WebServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A whole installation, running. Whatever it has started it stops in the opposite order, also when
 * the process is told to end, and also half-way through its start.
 */
public final class KunanServer implements AutoCloseable {
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private boolean stopping;
  private final WebServer web;

  private KunanServer(Path homeFolder, ServerOptions options, Map<String, String> environment) {
    // Before anything is started, so that an end in the middle of the start leaves nothing behind.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "kunan-stop"));
    try {
      WebServer.checkPort(options);
      HomeFolder home = keep(HomeFolder.open(homeFolder));
      Database database = keep(Database.open(home, environment));
      web = keep(WebServer.start(home, database, options));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts an installation and returns when it answers.
   *
   * @throws io.kunan.kernel.InputException when the port is taken, the home is in use or the
   *     database cannot be started
   */
  public static KunanServer start(
      Path homeFolder, ServerOptions options, Map<String, String> environment) {
    return new KunanServer(homeFolder, options, environment);
  }

  /** Address to give to a browser. */
  public URI address() {
    return web.address();
  }

  /** The administrator's password, when it is time to show it. */
  public Optional<String> passwordToShow() {
    return web.part(FirstAdministrator.class).passwordToShow();
  }

  /** A part of the running server. */
  public <T> T part(Class<T> type) {
    return web.part(type);
  }

  /** All parts of the running server of a type. */
  public <T> List<T> parts(Class<T> type) {
    return web.parts(type);
  }

  /** Something that runs beside the server and is stopped before it. */
  public <T extends AutoCloseable> T alongside(T part) {
    return keep(part);
  }

  /** Waits until somebody stops the server. */
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  @Override
  public void close() {
    synchronized (running) {
      stopping = true;
      while (!running.isEmpty()) {
        closeOne(running.pop());
      }
    }
    stopped.countDown();
  }

  private <T extends AutoCloseable> T keep(T part) {
    synchronized (running) {
      running.push(part);
      if (stopping) {
        close();
        throw new IllegalStateException("stopped while starting");
      }
    }
    return part;
  }

  /** One part that does not stop as it should must not keep the others from stopping. */
  private static void closeOne(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      System.err.println("kunan: %s did not stop: %s".formatted(part.getClass(), e));
    }
  }
}
