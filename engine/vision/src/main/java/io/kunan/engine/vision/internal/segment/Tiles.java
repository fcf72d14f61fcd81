package io.kunan.engine.vision.internal.segment;

import io.kunan.engine.vision.CleanUp;
import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.Region;
import io.kunan.kernel.Progress;
import java.util.concurrent.CancellationException;

/**
 * Segments a large field piece by piece. Every piece is seen with a margin of its surroundings, so
 * that no seam shows.
 *
 * @param side of a piece, pixels
 * @param margin pixels around it
 */
public record Tiles(int side, int margin) {
  /** Small enough that the planes of all filters fit into some 300 MB. */
  public static final Tiles USUAL = new Tiles(1_024, 128);

  /**
   * A network of three halvings sees some 60 pixels around; the margin keeps pieces on its grid, so
   * that they say what the whole would.
   */
  public static final Tiles NETWORK = new Tiles(1_024, 64);

  /** Fields up to this size are seen at once. */
  private boolean isWhole(GreyImage field) {
    return (long) field.width() * field.height()
        <= (long) (side + 2 * margin) * (side + 2 * margin);
  }

  /**
   * The likeliest class of each pixel, by index.
   *
   * @param rules of the clean-up that follows
   */
  public ClassMap classes(
      GreyImage prepared, Segmenter segmenter, CleanUp rules, Progress progress) {
    int smoothing = rules.smoothing();
    ClassMap map =
        new ClassMap(prepared.width(), prepared.height(), rules.minPixels().size(), rules.layer());
    if (isWhole(prepared)) {
      Region all = new Region(0, 0, prepared.width(), prepared.height());
      map.put(all, 0, segmenter.shares(prepared), prepared.width(), smoothing);
      return map;
    }
    int across = Math.ceilDiv(prepared.width(), side);
    int total = across * Math.ceilDiv(prepared.height(), side);
    for (int i = 0; i < total; i++) {
      if (!progress.report(i, total, "segmenting")) {
        throw new CancellationException("stopped while segmenting");
      }
      int x = i % across * side;
      int y = i / across * side;
      Region piece =
          new Region(
              x, y, Math.min(side, prepared.width() - x), Math.min(side, prepared.height() - y));
      GreyImage window = prepared.window(piece.grown(margin));
      map.put(piece, margin, segmenter.shares(window), window.width(), smoothing);
    }
    return map;
  }
}
