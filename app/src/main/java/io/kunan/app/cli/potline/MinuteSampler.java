package io.kunan.app.cli.potline;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.plant.potline.PotlineSettings;
import io.kunan.plant.potline.PotlineTags;
import io.kunan.plant.potline.Sampling;
import io.kunan.plant.potline.TagDescription;
import io.kunan.scenario.potline.core.watch.LineMinute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Gathers minute by minute what a watch of the line looks at, from the tags of the virtual plant.
 */
final class MinuteSampler {
  private static final List<String> OF_POT = List.of("V", "FEED", "MODE");
  private static final String LINE_CURRENT = "I";
  private static final int SECONDS = 60;

  private final int pots;
  private final Sampling sampling;
  private final TreeMap<Long, double[]> minutes = new TreeMap<>();

  MinuteSampler(PotlineSettings settings) {
    pots = settings.pots();
    List<TagDescription> tags = PotlineTags.of(pots);
    int[] places = new int[OF_POT.size() * pots + 1];
    int[] numbers = new int[places.length];
    int next = 0;
    int pot = 0;
    for (int place = 0; place < tags.size(); place++) {
      TagDescription tag = tags.get(place);
      int of = OF_POT.indexOf(tag.key());
      boolean ofLine = tag.asset().equals(PotlineTags.LINE);
      if (ofLine ? tag.key().equals(LINE_CURRENT) : of >= 0) {
        places[next] = place;
        numbers[next++] = ofLine ? OF_POT.size() * pots : OF_POT.size() * pot + of;
        pot += !ofLine && of == OF_POT.size() - 1 ? 1 : 0;
      }
    }
    sampling = new Sampling(Micros.of(settings.start()), SECONDS, places, numbers);
  }

  Sampling sampling() {
    return sampling;
  }

  /** Takes points; always wants more. */
  boolean take(PointBatch points) {
    for (int i = 0; i < points.size(); i++) {
      double[] cells = minutes.computeIfAbsent(points.time(i), _ -> empty());
      cells[points.tag(i)] = points.value(i);
    }
    return true;
  }

  private double[] empty() {
    double[] cells = new double[OF_POT.size() * pots + 1];
    Arrays.fill(cells, Double.NaN);
    return cells;
  }

  /** The minutes gathered since this was asked before. */
  List<LineMinute> drain() {
    List<LineMinute> drained = new ArrayList<>(minutes.size());
    minutes.forEach((time, cells) -> drained.add(minute(time, cells)));
    minutes.clear();
    return drained;
  }

  private LineMinute minute(long time, double[] cells) {
    double[] volts = new double[pots];
    double[] feed = new double[pots];
    int[] modes = new int[pots];
    for (int p = 0; p < pots; p++) {
      volts[p] = cells[OF_POT.size() * p];
      feed[p] = cells[OF_POT.size() * p + 1];
      modes[p] = (int) cells[OF_POT.size() * p + 2];
    }
    return new LineMinute(time, cells[cells.length - 1], volts, feed, modes);
  }
}
