package io.kunan.engine.vision.internal.regions;

/**
 * Area, centre and the ellipse of equal second moments of a region, each pixel a full square of
 * side 1.
 */
public final class Moments {
  private double n;
  private double sumX;
  private double sumY;
  private double sumXx;
  private double sumXy;
  private double sumYy;

  Moments() {}

  void add(int row, int from, int to) {
    double count = to - from;
    double mean = (from + to - 1) / 2.0;
    n += count;
    sumX += count * mean;
    sumY += count * row;
    sumXy += count * mean * row;
    sumYy += count * row * row;
    sumXx += count * (mean * mean + (count * count - 1) / 12); // squares about their own mean
  }

  /** Centre in pixels, the middle of the first pixel at 0.5. */
  public double centreX() {
    return sumX / n + 0.5;
  }

  public double centreY() {
    return sumY / n + 0.5;
  }

  /** Length of the ellipse's longer axis, in pixels. */
  public double major() {
    return 4 * Math.sqrt(mean() + spread());
  }

  public double minor() {
    return 4 * Math.sqrt(Math.max(0, mean() - spread()));
  }

  /** Angle of the longer axis, degrees anticlockwise from the image's rows, 0 to below 180. */
  public double orientation() {
    double angle = Math.toDegrees(0.5 * Math.atan2(-2 * xy(), xx() - yy()));
    return angle < 0 ? angle + 180 : angle;
  }

  private double mean() {
    return (xx() + yy()) / 2;
  }

  private double spread() {
    return Math.hypot((xx() - yy()) / 2, xy());
  }

  private double xx() {
    return sumXx / n - sumX / n * sumX / n + 1 / 12.0;
  }

  private double yy() {
    return sumYy / n - sumY / n * sumY / n + 1 / 12.0;
  }

  private double xy() {
    return sumXy / n - sumX / n * sumY / n;
  }
}
