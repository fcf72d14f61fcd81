package io.kunan.platform.web;

import io.kunan.kernel.InputException;
import io.kunan.platform.database.Database;
import io.kunan.platform.home.HomeFolder;
import io.kunan.platform.web.internal.ServerConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The running server: all components found under {@code io.kunan.platform} and {@code
 * io.kunan.scenario}. It owns neither home nor database, and is closed before them.
 */
public final class WebServer implements AutoCloseable {
  private final ServletWebServerApplicationContext context;
  private final ServerOptions options;

  private WebServer(ServletWebServerApplicationContext context, ServerOptions options) {
    this.context = context;
    this.options = options;
  }

  /**
   * Starts a server and returns when it answers.
   *
   * @throws InputException when its port is taken or its database cannot be used
   */
  public static WebServer start(HomeFolder home, Database database, ServerOptions options) {
    SpringApplication application = new SpringApplication(ServerConfiguration.class);
    application.setDefaultProperties(properties(home, options));
    application.setRegisterShutdownHook(false);
    application.addInitializers(context -> register(context, home, database, options));
    try {
      ConfigurableApplicationContext context = application.run();
      return new WebServer((ServletWebServerApplicationContext) context, options);
    } catch (RuntimeException e) {
      throw explained(e, options);
    }
  }

  /**
   * Looks whether the port can be opened before anything is started.
   *
   * @throws InputException when it is taken, not to be opened by this user, or of another machine
   */
  public static void checkPort(ServerOptions options) {
    PortCheck.check(options);
  }

  /** Port at which it answers. */
  public int port() {
    var server = context.getWebServer();
    return server == null ? 0 : server.getPort();
  }

  /** Address to give to a browser. */
  public URI address() {
    String host = options.host().equals("0.0.0.0") ? ServerOptions.LOOPBACK : options.host();
    return URI.create("http://%s:%d/".formatted(host, port()));
  }

  /** A part of the running server. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** All parts of a type. */
  public <T> List<T> parts(Class<T> type) {
    return List.copyOf(context.getBeansOfType(type).values());
  }

  /** Ends open streams, lets requests under way finish and stops. */
  @Override
  public void close() {
    context.close();
  }

  private static void register(
      ConfigurableApplicationContext context,
      HomeFolder home,
      Database database,
      ServerOptions options) {
    GenericApplicationContext beans = (GenericApplicationContext) context;
    // They outlive the server: it must not close them.
    beans.registerBean(HomeFolder.class, () -> home, d -> d.setDestroyMethodName(""));
    beans.registerBean(Database.class, () -> database, d -> d.setDestroyMethodName(""));
    beans.registerBean(ServerOptions.class, () -> options);
    beans.registerBean(Clock.class, options::clock);
  }

  private static Properties properties(HomeFolder home, ServerOptions options) {
    Properties properties = new Properties();
    try (var common = WebServer.class.getResourceAsStream("server.properties")) {
      properties.load(common);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    properties.put("server.address", options.host());
    properties.put("server.port", Integer.toString(options.port()));
    properties.put("logging.config", "classpath:io/kunan/platform/web/server-log.xml");
    properties.put("logging.file.name", home.logs().resolve("kunan.log").toString());
    properties.put("spring.servlet.multipart.location", home.imports().toString());
    return properties;
  }

  private static RuntimeException explained(RuntimeException fault, ServerOptions options) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException) {
        return PortCheck.refused(options, fault);
      }
      if (cause instanceof InputException input) {
        return input;
      }
    }
    return fault;
  }
}
