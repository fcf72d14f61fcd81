package io.kunan.engine.vision.internal.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.LabelImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The order to train a network, as the parent writes it into a folder and the child reads it.
 *
 * @param classes number of classes
 * @param width channels of the finest level
 * @param steps batches to learn from
 * @param minutes the most it may last, 0 for no limit
 * @param seed same seed, same crops
 * @param layered whether up and down differ, so that fields are neither turned nor put upside down
 * @param fields the labelled fields
 */
public record NetworkJob(
    int classes,
    int width,
    int steps,
    double minutes,
    long seed,
    boolean layered,
    List<Field> fields) {
  /** The trained network, in the folder of the job. */
  public static final String MODEL = "model.onnx";

  /** Why the child failed, in the folder of the job. */
  public static final String LOG = "trainer.log";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ORDER = "job.json";

  public NetworkJob {
    fields = List.copyOf(fields);
  }

  /**
   * One field; its pixels stand in files of their own.
   *
   * @param validation whether it is kept from learning and judges
   */
  public record Field(int width, int height, boolean validation) {}

  /**
   * A field with its pixels.
   *
   * @param image prepared
   * @param labels class indices, {@link LabelImage#UNLABELLED} where nobody said
   */
  public record Content(GreyImage image, LabelImage labels, boolean validation) {}

  /** Writes order and fields. */
  public void write(Path folder, List<Content> contents) throws IOException {
    JSON.writeValue(folder.resolve(ORDER).toFile(), this);
    for (int i = 0; i < contents.size(); i++) {
      float[] values = contents.get(i).image().values();
      ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
      bytes.asFloatBuffer().put(values);
      Files.write(image(folder, i), bytes.array());
      Files.write(labels(folder, i), contents.get(i).labels().classes());
    }
  }

  public static NetworkJob read(Path folder) throws IOException {
    return JSON.readValue(folder.resolve(ORDER).toFile(), NetworkJob.class);
  }

  /** Reads the fields of the order. */
  public List<Content> contents(Path folder) throws IOException {
    List<Content> contents = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      float[] values = new float[field.width() * field.height()];
      ByteBuffer.wrap(Files.readAllBytes(image(folder, i))).asFloatBuffer().get(values);
      contents.add(
          new Content(
              new GreyImage(field.width(), field.height(), values),
              new LabelImage(field.width(), field.height(), Files.readAllBytes(labels(folder, i))),
              field.validation()));
    }
    return contents;
  }

  private static Path image(Path folder, int field) {
    return folder.resolve("field-%d.image".formatted(field));
  }

  private static Path labels(Path folder, int field) {
    return folder.resolve("field-%d.labels".formatted(field));
  }
}
