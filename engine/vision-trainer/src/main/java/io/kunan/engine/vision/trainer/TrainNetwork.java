package io.kunan.engine.vision.trainer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kunan.engine.vision.internal.network.NetworkJob;
import io.kunan.engine.vision.internal.network.TrainingNote;
import io.kunan.engine.vision.trainer.internal.NetworkFit;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Trains one network as a folder orders and writes it there. Tells how far it is on standard
 * output, one JSON document a line, and ends by itself when its standard input closes: with its
 * parent.
 */
public final class TrainNetwork {
  private TrainNetwork() {}

  /**
   * @param args the folder of the job
   */
  public static void main(String[] args) throws IOException {
    endWithParent();
    PrintStream notes = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // what libraries print is no note
    ObjectMapper json = new ObjectMapper();
    Path folder = Path.of(args[0]);
    NetworkJob job = NetworkJob.read(folder);
    TrainingNote last =
        new NetworkFit(job, job.contents(folder))
            .run(folder.resolve(NetworkJob.MODEL), note -> tell(json, notes, note));
    tell(json, notes, last);
    System.exit(0);
  }

  private static void tell(ObjectMapper json, PrintStream notes, TrainingNote note) {
    try {
      notes.println(json.writeValueAsString(note));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void endWithParent() {
    Thread.ofPlatform()
        .daemon()
        .name("parent")
        .start(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // nothing is told this way
                }
              } catch (IOException _) {
                // it is gone all the same
              }
              Runtime.getRuntime().halt(1);
            });
  }
}
