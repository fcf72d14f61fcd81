package io.kunan.engine.stream;

/**
 * One job at one asset: what has a state of its own.
 *
 * @param asset empty for a job that runs once
 */
public record JobKey(String job, String asset) implements Comparable<JobKey> {
  @Override
  public int compareTo(JobKey other) {
    int order = job.compareTo(other.job);
    return order != 0 ? order : asset.compareTo(other.asset);
  }

  /** As people read it: {@code job} or {@code job at asset}. */
  @Override
  public String toString() {
    return asset.isEmpty() ? job : job + " at " + asset;
  }
}
