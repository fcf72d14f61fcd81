package io.kunan.benchmark.vision;

import io.kunan.engine.vision.LabelImage;

/**
 * Agreement of thin things such as cracks, pooled over fields: a pixel is right when one of the
 * other side lies within a distance.
 */
final class LineAgreement {
  private final int number;
  private final int reach;
  private double told;
  private double toldRight;
  private double labelled;
  private double found;

  /**
   * @param number of the class
   * @param reach pixels
   */
  LineAgreement(int number, int reach) {
    this.number = number;
    this.reach = reach;
  }

  void add(LabelImage truth, LabelImage answer) {
    for (int y = 0; y < truth.height(); y++) {
      for (int x = 0; x < truth.width(); x++) {
        if (answer.at(x, y) == number) {
          told++;
          toldRight += isNear(truth, x, y) ? 1 : 0;
        }
        if (truth.at(x, y) == number) {
          labelled++;
          found += isNear(answer, x, y) ? 1 : 0;
        }
      }
    }
  }

  private boolean isNear(LabelImage field, int x, int y) {
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        int column = x + dx;
        int row = y + dy;
        boolean inside = column >= 0 && column < field.width() && row >= 0 && row < field.height();
        if (inside && dx * dx + dy * dy <= reach * reach && field.at(column, row) == number) {
          return true;
        }
      }
    }
    return false;
  }

  /** Share of what was told that is right. */
  double precision() {
    return told == 0 ? 0 : toldRight / told;
  }

  /** Share of what is labelled that was found. */
  double recall() {
    return labelled == 0 ? 0 : found / labelled;
  }

  double f() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
}
