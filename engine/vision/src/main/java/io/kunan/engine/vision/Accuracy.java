package io.kunan.engine.vision;

import io.kunan.engine.vision.internal.regions.Regions;
import java.util.Arrays;
import java.util.List;

/**
 * How a recipe does on labelled fields: means over the fields unless said otherwise. A figure is
 * NaN where the class is in no field.
 *
 * @param fields their number
 * @param pixelAccuracy share of labelled pixels told rightly
 * @param meanIoU mean over the classes, then over the fields
 * @param iou of each class, in the order of the classes
 * @param f1 of each class
 * @param areaFractionError of each class, mean absolute difference in percentage points
 * @param objectCountError of each class, objects told over objects labelled in all fields, less 1;
 *     meaningless where only strokes are labelled
 */
public record Accuracy(
    int fields,
    double pixelAccuracy,
    double meanIoU,
    List<Double> iou,
    List<Double> f1,
    List<Double> areaFractionError,
    List<Double> objectCountError) {

  /** Collects fields. */
  public static final class Tally {
    private final PhaseClasses classes;
    private final List<Integer> minPixels;
    private final double[] iou;
    private final double[] f1;
    private final double[] area;
    private final int[] seen;
    private final double[] told;
    private final double[] labelled;
    private int fields;
    private double accuracy;
    private double meanIoU;

    /**
     * @param minPixels smallest object that counts, of each class
     */
    public Tally(PhaseClasses classes, List<Integer> minPixels) {
      this.classes = classes;
      this.minPixels = List.copyOf(minPixels);
      int size = classes.size();
      iou = new double[size];
      f1 = new double[size];
      area = new double[size];
      seen = new int[size];
      told = new double[size];
      labelled = new double[size];
    }

    /** Adds a field; pixels without a label do not count. */
    public void add(LabelImage truth, LabelImage answer) {
      double[][] pairs = pairs(truth, answer);
      double all = Arrays.stream(pairs).flatMapToDouble(Arrays::stream).sum();
      double right = 0;
      double sum = 0;
      int present = 0;
      for (int k = 0; k < classes.size(); k++) {
        double both = pairs[k][k];
        double is = Arrays.stream(pairs[k]).sum();
        double says = 0;
        for (double[] row : pairs) {
          says += row[k];
        }
        right += both;
        area[k] += 100 * Math.abs(says - is) / all;
        if (is + says > 0) {
          present++;
          seen[k]++;
          sum += both / (is + says - both);
          iou[k] += both / (is + says - both);
          f1[k] += 2 * both / (is + says);
        }
        labelled[k] += count(truth, k);
        told[k] += count(answer, k);
      }
      fields++;
      accuracy += right / all;
      meanIoU += sum / present;
    }

    private double[][] pairs(LabelImage truth, LabelImage answer) {
      int[] indices = classes.indices();
      double[][] pairs = new double[classes.size()][classes.size()];
      for (int i = 0; i < truth.classes().length; i++) {
        int is = indices[truth.at(i)];
        if (is >= 0) {
          pairs[is][indices[answer.at(i)]]++;
        }
      }
      return pairs;
    }

    private double count(LabelImage field, int k) {
      int number = classes.number(k);
      Regions objects = Regions.of(field, n -> n == number, true);
      double count = 0;
      for (int i = 0; i < objects.size(); i++) {
        count += objects.get(i).area() >= minPixels.get(k) ? 1 : 0;
      }
      return count;
    }

    /** What came of the fields so far. */
    public Accuracy accuracy() {
      int size = classes.size();
      Double[] counts = new Double[size];
      Arrays.setAll(counts, k -> labelled[k] == 0 ? Double.NaN : told[k] / labelled[k] - 1);
      return new Accuracy(
          fields,
          accuracy / fields,
          meanIoU / fields,
          means(iou),
          means(f1),
          Arrays.stream(area).map(sum -> sum / fields).boxed().toList(),
          List.of(counts));
    }

    private List<Double> means(double[] sums) {
      Double[] means = new Double[sums.length];
      Arrays.setAll(means, k -> seen[k] == 0 ? Double.NaN : sums[k] / seen[k]);
      return List.of(means);
    }
  }
}
