package io.kunan.app.demo;

import io.kunan.kernel.Text;
import io.kunan.platform.alarms.AlarmKind;
import io.kunan.platform.alarms.AlarmRule;
import io.kunan.platform.alarms.Alarms;
import java.util.List;

/** What the demo watches on its line. */
final class DemoRules {
  private DemoRules() {}

  /** Makes the rules on the first start. */
  static void ensure(Alarms alarms, int line) {
    if (alarms.rules().isEmpty()) {
      rules(line).forEach(alarms::save);
    }
  }

  private static List<AlarmRule> rules(int line) {
    return List.of(
        rule(
            line,
            "AE",
            AlarmKind.LIMIT_HIGH,
            1,
            0.5,
            0,
            0,
            "阳极效应",
            "Anode effect",
            new Text("氧化铝浓度过低", "Alumina too lean"),
            new Text("耗电、排放全氟化碳", "Costs power, gives off perfluorocarbons"),
            new Text(
                "确认控制器已加料熄灭；5 min 未熄人工处理",
                "See that the controller feeds and quenches it; after 5 min quench by hand")),
        rule(
            line,
            "TB",
            AlarmKind.LIMIT_HIGH,
            3,
            966,
            2,
            0,
            "槽温高",
            "Bath too hot",
            new Text(
                "氟化铝不足、电压偏高或换极集中",
                "Too little AlF₃, too many volts, or anode changes close together"),
            new Text("电流效率下降，炉帮变薄", "Current efficiency falls, the ledge thins"),
            new Text("查看氟化铝建议；复测槽温", "See the AlF₃ advice; measure the bath again")),
        rule(
            line,
            "TB",
            AlarmKind.LIMIT_LOW,
            3,
            938,
            3,
            0,
            "槽温低",
            "Bath too cold",
            new Text("氟化铝过量或电压偏低", "Too much AlF₃ or too few volts"),
            new Text("沉淀增多，炉底变差", "More sludge, a worse bottom"),
            new Text("查看氟化铝建议；检查设定电压", "See the AlF₃ advice; check the set voltage")),
        rule(
            line,
            "NOISE",
            AlarmKind.LIMIT_HIGH,
            2,
            40,
            8,
            600,
            "电压针振大",
            "Voltage unstable",
            new Text("极距偏低或阳极电流不均", "Anodes too low, or their currents uneven"),
            new Text("电流效率下降", "Current efficiency falls"),
            new Text("极距提高 0.1 cm，暂停跟踪", "Raise the anodes by 0.1 cm, stop tracking")),
        rule(
            line,
            "V",
            AlarmKind.STALE,
            1,
            30,
            0,
            0,
            "槽电压无数据",
            "No pot voltage",
            new Text("槽控机或通讯故障", "Pot controller or its line at fault"),
            new Text("该槽不受监控", "Nobody watches this pot"),
            new Text("检查槽控机和网络", "Check controller and network")));
  }

  private static AlarmRule rule(
      int line,
      String quantity,
      AlarmKind kind,
      int priority,
      double limit,
      double deadband,
      double delaySeconds,
      String zh,
      String en,
      Text cause,
      Text consequence,
      Text action) {
    return new AlarmRule(
        0,
        null,
        line,
        quantity,
        kind,
        priority,
        limit,
        deadband,
        delaySeconds,
        true,
        zh,
        en,
        cause,
        consequence,
        action);
  }
}
