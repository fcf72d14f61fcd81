package io.kunan.benchmark.vision;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Time since a start, by the clock and of the processor in this process. */
record Stopwatch(long startNanos, double startCpuSeconds) {
  static Stopwatch start() {
    return new Stopwatch(System.nanoTime(), processSeconds());
  }

  double seconds() {
    return (System.nanoTime() - startNanos) / 1e9;
  }

  double cpuSeconds() {
    return processSeconds() - startCpuSeconds;
  }

  private static double processSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }
}
