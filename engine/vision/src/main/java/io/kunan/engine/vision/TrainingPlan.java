package io.kunan.engine.vision;

/**
 * How a recipe is trained.
 *
 * @param method of segmentation
 * @param preparation of the fields
 * @param steps batches a network learns from; the pixel classifier does not heed it
 * @param minutes the most a network may train, 0 for no limit; cut off, the recipe says so
 * @param seed same fields, plan and seed, same pixel classifier
 * @param layered whether up and down differ in the material, as in a coating
 */
public record TrainingPlan(
    Method method, Preparation preparation, int steps, double minutes, long seed, boolean layered) {
  /** The usual number of batches: more brought nothing on measured sets. */
  public static final int USUAL_STEPS = 900;

  /** How pixels are told apart. */
  public enum Method {
    /** Filters and boosted trees: seconds, from a few strokes. */
    PIXELS,
    /** A threshold against the background, a watershed, classes by size: what others are beside. */
    CLASSICAL,
    /** A U-Net, trained in a process of its own: minutes, from fully labelled fields. */
    UNET
  }

  /** A plan with everything as usual. */
  public static TrainingPlan of(Method method) {
    return new TrainingPlan(method, Preparation.NONE, USUAL_STEPS, 0, 1, false);
  }

  public TrainingPlan withSteps(int count) {
    return new TrainingPlan(method, preparation, count, minutes, seed, layered);
  }

  public TrainingPlan withMinutes(double limit) {
    return new TrainingPlan(method, preparation, steps, limit, seed, layered);
  }

  public TrainingPlan withSeed(long number) {
    return new TrainingPlan(method, preparation, steps, minutes, number, layered);
  }

  public TrainingPlan withLayered(boolean is) {
    return new TrainingPlan(method, preparation, steps, minutes, seed, is);
  }

  public TrainingPlan withPreparation(Preparation how) {
    return new TrainingPlan(method, how, steps, minutes, seed, layered);
  }
}
