package io.kunan.app.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The real script in a folder where everything it calls is a fake: Maven notes that it was called
 * and makes the jars, java says its arguments. Its PATH holds nothing else than what a bare system
 * has.
 */
final class FakeCheckout implements AutoCloseable {
  /** What a run said. */
  record Said(int code, String out, String err) {}

  private static final Path ROOT = Path.of(System.getProperty("kunan.root", ".."));
  private static final List<String> SYSTEM =
      List.of(
          "awk",
          "cat",
          "dirname",
          "df",
          "find",
          "grep",
          "head",
          "mkdir",
          "mv",
          "ps",
          "readlink",
          "rm",
          "sed",
          "sh",
          "sleep",
          "uname");
  private static final List<String> SOURCES =
      List.of(
          "pom.xml",
          "app/pom.xml",
          "science/x/pom.xml",
          "app/src/main/java/A.java",
          "science/x/src/main/java/B.java",
          "engine/history/src/test/java/kit/C.java",
          "THIRD-PARTY.md",
          ".mvn/jvm.config",
          "console/src/main.tsx",
          "console/public/icon.svg",
          "console/tools/install.mjs",
          "console/index.html",
          "console/vite.config.ts",
          "console/openapi.json",
          "console/package.json",
          "console/package-lock.json",
          "console/tokens.json",
          "console/tsconfig.json");

  private final Path folder;
  private final Path checkout;

  FakeCheckout(Path folder) throws IOException {
    this.folder = folder;
    checkout = folder.resolve("checkout");
    program("checkout/kunan", Files.readString(ROOT.resolve("kunan")));
    write("checkout/build/find-jdk.sh", withoutTheMachinesOwn("build/find-jdk.sh"));
    for (String source : SOURCES) {
      write("checkout/" + source, "");
    }
    for (String name : SYSTEM) {
      Files.createDirectories(folder.resolve("bin"));
      Files.createSymbolicLink(folder.resolve("bin/" + name), onThisMachine(name));
    }
    program("bin/npm", "#!/bin/sh\n");
    program("bin/chromium", "#!/bin/sh\n");
    program("bin/mosquitto", "#!/bin/sh\n");
    program("bin/fc-list", "#!/bin/sh\necho a font\n");
    program("bin/ldconfig", "#!/bin/sh\necho '  libgomp.so.1 => /lib/libgomp.so.1'\n");
    maven(
        "echo Maven speaks; mkdir -p app/target benchmark/target",
        ": >app/target/kunan.jar; : >benchmark/target/kunan-benchmark.jar");
    jdk("25.0.1");
    java("echo \"java $*\"");
  }

  /** Takes the links to the machine's programs away. */
  @Override
  public void close() throws IOException {
    for (String name : SYSTEM) {
      Files.deleteIfExists(folder.resolve("bin").resolve(name));
    }
  }

  /** Files and folders whose change asks for a build. */
  Stream<String> watched() {
    return Stream.concat(SOURCES.stream(), Stream.of("mvnw", "build/find-jdk.sh"));
  }

  void jdk(String version) throws IOException {
    write("jdk/release", "JAVA_VERSION=\"" + version + "\"\n");
    program("jdk/bin/javac", "#!/bin/sh\n");
  }

  void java(String... lines) throws IOException {
    program("jdk/bin/java", "#!/bin/sh\n" + String.join("\n", lines) + "\n");
  }

  void maven(String... lines) throws IOException {
    program(
        "checkout/mvnw",
        "#!/bin/sh\ncd \""
            + checkout
            + "\"\necho \"$*\" >>target/calls\n"
            + String.join("\n", lines)
            + "\n");
  }

  /** Puts a program onto the PATH, in the place of what has its name. */
  void tool(String name, String script) throws IOException {
    program("bin/" + name, "#!/bin/sh\n" + script + "\n");
  }

  void withoutTool(String name) throws IOException {
    Files.delete(folder.resolve("bin").resolve(name));
  }

  Path path(String inCheckout) {
    return checkout.resolve(inCheckout);
  }

  /** How often Maven was called. */
  long builds() throws IOException {
    Path calls = path("target/calls");
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  /** Lets everything be older than the last build but one file. */
  void changeOnly(String file) throws IOException {
    try (Stream<Path> all = Files.walk(checkout)) {
      Instant past = Instant.now().minusSeconds(7200);
      for (Path one : all.toList()) {
        Files.setLastModifiedTime(one, FileTime.from(past));
      }
    }
    Instant built = Instant.now().minusSeconds(3600);
    Files.setLastModifiedTime(path("target/kunan-built"), FileTime.from(built));
    if (!file.isEmpty()) {
      Files.setLastModifiedTime(path(file), FileTime.from(Instant.now()));
    }
  }

  Said run(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the script did not end: " + err());
    }
    return new Said(process.exitValue(), out(), err());
  }

  Process start(String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(path("kunan").toString()), Stream.of(arguments)).toList());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", folder.resolve("bin").toString());
    environment.put("HOME", folder.toString());
    environment.put("JAVA_HOME", folder.resolve("jdk").toString());
    return builder
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  String out() {
    return text("out");
  }

  String err() {
    return text("err");
  }

  private String text(String name) {
    try {
      return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JDKs of this machine must not be found. */
  private String withoutTheMachinesOwn(String script) throws IOException {
    String none = " " + folder.resolve("none") + "/";
    String text = Files.readString(ROOT.resolve(script));
    return text.replaceAll(" /(?=(usr|opt|Library)/)", none);
  }

  private static Path onThisMachine(String name) throws IOException {
    for (String place : System.getenv("PATH").split(":")) {
      Path program = Path.of(place, name);
      if (Files.isExecutable(program)) {
        return program.toRealPath(LinkOption.NOFOLLOW_LINKS);
      }
    }
    throw new IOException("this machine has no " + name);
  }

  private void program(String file, String text) throws IOException {
    Path program = write(file, text);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path write(String file, String text) throws IOException {
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    Files.deleteIfExists(target);
    return Files.writeString(target, text, StandardCharsets.UTF_8);
  }
}
