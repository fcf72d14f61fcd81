import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipInputStream;

/**
 * Brings the pinned Maven into a folder, so that a build needs nothing but a JDK: downloads the
 * distribution, checks its SHA-512 and unpacks it. Arguments: version, SHA-512, target folder.
 */
final class FetchMaven {
  private static final String REPOSITORY = "https://repo.maven.apache.org/maven2";

  public static void main(String[] args) throws Exception {
    String version = args[0];
    String expected = args[1];
    Path target = Path.of(args[2]);
    Files.createDirectories(target.getParent());
    Path archive = Files.createTempFile(target.getParent(), "maven", ".zip");
    try {
      download(version, archive);
      verify(archive, expected);
      Path unpacked = Files.createTempDirectory(target.getParent(), "maven");
      unzip(archive, unpacked);
      Files.move(unpacked.resolve("apache-maven-" + version), target);
      Files.delete(unpacked);
    } finally {
      Files.deleteIfExists(archive);
    }
  }

  private static void download(String version, Path archive) throws Exception {
    URI source =
        URI.create(
            REPOSITORY
                + "/org/apache/maven/apache-maven/%1$s/apache-maven-%1$s-bin.zip"
                    .formatted(version));
    System.err.println("kunan: fetching Maven " + version + " from " + source.getHost());
    try (HttpClient client =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      HttpResponse<InputStream> answer =
          client.send(
              HttpRequest.newBuilder(source).build(), HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new IOException("%s answered %d".formatted(source, answer.statusCode()));
      }
      Files.copy(answer.body(), archive, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void verify(Path archive, String expected) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-512");
    String found = HexFormat.of().formatHex(digest.digest(Files.readAllBytes(archive)));
    if (!found.equals(expected)) {
      throw new IOException("the Maven archive has SHA-512 " + found + ", not " + expected);
    }
  }

  private static void unzip(Path archive, Path folder) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException("the Maven archive names a file outside itself: " + entry);
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }
}
