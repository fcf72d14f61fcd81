package io.kunan.engine.learn.internal.forecast;

import io.kunan.engine.learn.internal.features.Feature;
import io.kunan.engine.learn.internal.learners.Learner;
import io.kunan.engine.learn.internal.learners.NaiveLearner;
import io.kunan.engine.learn.internal.learners.TreeLearner;
import java.util.List;

/**
 * What validation inside the training rows decided.
 *
 * @param history all rows with the features kept
 * @param choices learners at their best size, with their weight in the forecast
 * @param baselines the naive guesses
 * @param band trees that shape the bands
 * @param gains what each kept feature was worth to the scout
 * @param validation what the choices said of rows they had not seen
 */
@SuppressWarnings("ArrayRecordComponent") // one for each feature
public record Selection(
    History history,
    List<Choice> choices,
    List<NaiveLearner> baselines,
    TreeLearner band,
    double[] gains,
    Validation validation) {
  /** How often chance is averaged out in a learner that counts. */
  private static final int BAGS = 2;

  /**
   * A learner at its best size.
   *
   * @param mae mean absolute error in validation
   * @param weight share in the forecast, 0 for one that is only reported
   */
  public record Choice(Learner learner, double mae, double weight) {
    int bags() {
      return weight > 0 ? BAGS : 1;
    }

    boolean isNaive() {
      return learner instanceof NaiveLearner;
    }
  }

  public Selection {
    choices = List.copyOf(choices);
    baselines = List.copyOf(baselines);
  }

  public List<Feature> features() {
    return history.features().features();
  }

  /** The learner that counts alone, or “blend”. */
  public String chosen() {
    List<Choice> counting = choices.stream().filter(choice -> choice.weight() > 0).toList();
    return counting.size() == 1 ? counting.getFirst().learner().name() : "blend";
  }

  public double[] weights() {
    return choices.stream().mapToDouble(Choice::weight).toArray();
  }

  /** The chosen forecast on the rows of validation. */
  public double[] validated() {
    return BlendWeights.blend(validation.forecasts(), weights());
  }

  /** Mean absolute error of the chosen forecast in validation. */
  public double validationMae() {
    return Scores.mae(validated(), validation.actual());
  }
}
