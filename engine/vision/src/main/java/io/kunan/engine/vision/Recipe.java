package io.kunan.engine.vision;

import io.kunan.engine.vision.internal.classical.ClassicalModel;
import io.kunan.engine.vision.internal.network.NetworkJob;
import io.kunan.engine.vision.internal.network.OnnxNetwork;
import io.kunan.engine.vision.internal.pixels.PixelModel;
import io.kunan.engine.vision.internal.recipe.RecipeCodec;
import io.kunan.engine.vision.internal.recipe.RecipeNote;
import io.kunan.engine.vision.internal.segment.ClassMap;
import io.kunan.engine.vision.internal.segment.Segmenter;
import io.kunan.engine.vision.internal.segment.Tidy;
import io.kunan.engine.vision.internal.segment.Tiles;
import io.kunan.engine.vision.internal.trees.FlatForest;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How fields of one material, etching and magnification are segmented: preparation, model, clean-up
 * and the memory of what the fields of training looked like, in one immutable piece. May be used by
 * several threads.
 */
public final class Recipe implements AutoCloseable {
  private static final String FIRST_LOOK = "first.trees";
  private static final String SECOND_LOOK = "second.trees";
  private static final String CLASSICAL = "classical.json";

  private final RecipeNote note;
  private final byte[] bytes;
  private final Segmenter segmenter;

  private Recipe(RecipeNote note, byte[] bytes, Segmenter segmenter) {
    this.note = note;
    this.bytes = bytes;
    this.segmenter = segmenter;
  }

  static Recipe ofPixels(RecipeNote note, PixelModel model) {
    List<byte[]> looks = model.bytes();
    return of(note, Map.of(FIRST_LOOK, looks.getFirst(), SECOND_LOOK, looks.getLast()));
  }

  static Recipe ofClassical(RecipeNote note, ClassicalModel model) {
    return of(note, Map.of(CLASSICAL, RecipeCodec.bytes(model)));
  }

  static Recipe ofNetwork(RecipeNote note, byte[] model) {
    return of(note, Map.of(NetworkJob.MODEL, model));
  }

  private static Recipe of(RecipeNote note, Map<String, byte[]> model) {
    Map<String, byte[]> sorted = new java.util.TreeMap<>(model);
    return new Recipe(
        note, RecipeCodec.write(new RecipeCodec.Parts(note, sorted)), segmenter(note, sorted));
  }

  /**
   * Reads a recipe file.
   *
   * @throws InputException when it is none
   */
  public static Recipe read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          file.toString(), "there is no such recipe", "train one by ./kunan micrograph train");
    }
    return fromBytes(Files.readAllBytes(file), file.toString());
  }

  /**
   * The recipe written by {@link #toBytes}.
   *
   * @param source for messages
   */
  public static Recipe fromBytes(byte[] bytes, String source) {
    RecipeCodec.Parts parts = RecipeCodec.read(bytes, source);
    return new Recipe(parts.note(), bytes.clone(), segmenter(parts.note(), parts.model()));
  }

  private static Segmenter segmenter(RecipeNote note, Map<String, byte[]> model) {
    return switch (note.plan().method()) {
      case PIXELS ->
          new PixelModel(
              FlatForest.ofBytes(file(model, FIRST_LOOK)),
              FlatForest.ofBytes(file(model, SECOND_LOOK)),
              note.plan().layered());
      case CLASSICAL -> RecipeCodec.model(file(model, CLASSICAL), ClassicalModel.class);
      case UNET ->
          OnnxNetwork.of(file(model, NetworkJob.MODEL), Runtime.getRuntime().availableProcessors());
    };
  }

  private static byte[] file(Map<String, byte[]> model, String name) {
    byte[] file = model.get(name);
    if (file == null) {
      throw new InputException("recipe", name + " is missing in it", "give a whole recipe");
    }
    return file;
  }

  /** The whole recipe: a zip of a readable description and its model. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** Fingerprint of the whole recipe, hexadecimal; it stands on every result. */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public PhaseClasses classes() {
    return note.classes();
  }

  public TrainingPlan plan() {
    return note.plan();
  }

  public CleanUp cleanUp() {
    return note.cleanUp();
  }

  /** Number of fields it was trained on. */
  public int trainingFields() {
    return note.fields().size();
  }

  /** How a trial training did on fields kept from it; empty when there was but one field. */
  public Optional<Accuracy> validation() {
    return Optional.ofNullable(note.validation());
  }

  /** Whether a limit of minutes cut its training off. */
  public boolean isTruncated() {
    return note.truncated();
  }

  /** Whether a field looks like those of training. */
  public Likeness judge(GreyImage field) {
    return note.known().judge(field);
  }

  /**
   * Segments a field, a large one piece by piece.
   *
   * @throws java.util.concurrent.CancellationException when {@code progress} stopped it
   */
  public Segmentation segment(GreyImage field, Progress progress) {
    GreyImage prepared = note.plan().preparation().apply(field);
    ClassMap map = tiles().classes(prepared, segmenter, note.cleanUp(), progress);
    LabelImage labels = Tidy.up(map, note.cleanUp());
    for (int i = 0; i < labels.classes().length; i++) {
      labels.classes()[i] = (byte) note.classes().number(labels.at(i));
    }
    return new Segmentation(labels, judge(field));
  }

  private Tiles tiles() {
    return segmenter instanceof OnnxNetwork ? Tiles.NETWORK : Tiles.USUAL;
  }

  @Override
  public void close() {
    if (segmenter instanceof OnnxNetwork network) {
      network.close();
    }
  }
}
