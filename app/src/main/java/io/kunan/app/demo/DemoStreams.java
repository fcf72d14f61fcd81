package io.kunan.app.demo;

import io.kunan.kernel.Text;
import io.kunan.plant.potline.PotlineTags;
import io.kunan.platform.streams.StreamJobs;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the demo works out from the tags of its line. */
final class DemoStreams {
  private DemoStreams() {}

  /** Makes the jobs on the first start. */
  static void ensure(StreamJobs jobs, int pots) {
    String assets =
        IntStream.range(0, pots)
            .mapToObj(pot -> '"' + PotlineTags.pot(pot) + '"')
            .collect(Collectors.joining(", "));
    for (Made job : List.of(power(), voltage())) {
      jobs.ensure(job.name(), job.definition().replace("ALL_POTS", assets));
    }
  }

  private record Made(Text name, String definition) {}

  /** Volts times kiloamperes are kilowatts; told by changes of 10 kW. */
  private static Made power() {
    return new Made(
        new Text("槽功率", "Pot power"),
        """
        {"kind": "calculation", "assets": [ALL_POTS],
         "inputs": {"v": "{asset}.V", "i": "L2.I"},
         "expression": "to(v * i, 'kW')",
         "output": {"tag": "{asset}.PW", "unit": "kW", "deadband": 10, "silence": "10m"}}
        """);
  }

  private static Made voltage() {
    return new Made(
        new Text("槽电压持续高于设定", "Voltage stays above its set-point"),
        """
        {"kind": "rule", "assets": [ALL_POTS],
         "inputs": {"v": "{asset}.V", "s": "{asset}.VSET"},
         "value": "v - s", "above": 0.3, "hysteresis": 0.1, "delay": "5m", "clearDelay": "1m",
         "priority": 3,
         "title": {"zh": "槽电压持续高于设定", "en": "Voltage stays above its set-point"}}
        """);
  }
}
