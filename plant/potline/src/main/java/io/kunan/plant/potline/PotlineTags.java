package io.kunan.plant.potline;

import io.kunan.kernel.Text;
import io.kunan.plant.potline.TagDescription.Band;
import io.kunan.plant.potline.TagDescription.Kind;
import io.kunan.plant.potline.TagDescription.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tags of the virtual line: sixteen for each pot, in the order of the pots, then those of the
 * line itself. A tag is known by its place in this list.
 */
public final class PotlineTags {
  /** Name of the line. */
  public static final String LINE = "L2";

  /** Number of the first pot. */
  public static final int FIRST_POT = 2001;

  /** Tags of one pot. */
  public static final int PER_POT = 16;

  private static final List<State> MODES =
      List.of(
          new State(0, new Text("正常", "normal")),
          new State(1, new Text("欠量", "under-feed")),
          new State(2, new Text("过量", "over-feed")),
          new State(3, new Text("暂停跟踪", "suspended")),
          new State(4, new Text("效应", "anode effect")));
  private static final List<State> YES_NO =
      List.of(new State(0, new Text("否", "no")), new State(1, new Text("是", "yes")));

  private PotlineTags() {}

  /** Every tag of a line with a number of pots. */
  public static List<TagDescription> of(int pots) {
    List<TagDescription> tags = new ArrayList<>(pots * PER_POT + 5);
    for (int p = 0; p < pots; p++) {
      addPot(tags, pot(p));
    }
    addLine(tags, pots);
    return List.copyOf(tags);
  }

  /** Name of the pot at a place in the line, from 0. */
  public static String pot(int place) {
    return LINE + "." + (FIRST_POT + place);
  }

  /** Name of the hall of a pot: the first half of the line stands in hall A, the rest in hall B. */
  public static String hall(int place, int pots) {
    return LINE + (place < (pots + 1) / 2 ? ".A" : ".B");
  }

  private static void addPot(List<TagDescription> to, String pot) {
    var add = new Adder(to, pot);
    add.tag("V", "槽电压", "pot voltage", "V", Kind.MEASURED).bands(0, 60, 3.80, 4.02, band(3.6, 4.5));
    add.tag("R", "槽电阻", "pseudo-resistance", "µΩ", Kind.CALCULATED)
        .bands(0, 100, 4.3, 4.8, band(4.1, 5.3));
    add.tag("SLOPE", "电阻斜率", "resistance slope", "nΩ/min", Kind.CALCULATED)
        .bands(-200, 200, -5, 15, band(-50, 30));
    add.tag("NOISE", "电压针振", "voltage noise", "mV", Kind.CALCULATED)
        .bands(0, 300, 5, 20, band(0, 40));
    add.tag("FEED", "下料速率", "alumina feed rate", "kg/h", Kind.CALCULATED)
        .bands(0, 600, 220, 425, band(180, 480));
    add.tag("MODE", "下料状态", "feed mode", "", Kind.CALCULATED).states(MODES);
    add.tag("TB", "槽温", "bath temperature", "°C", Kind.LABORATORY)
        .bands(900, 1040, 945, 965, band(935, 975));
    add.tag("SH", "过热度", "superheat by probe", "°C", Kind.LABORATORY)
        .bands(-10, 40, 6, 12, band(4, 15));
    add.tag("XS", "过剩氟化铝", "excess AlF3", "%", Kind.LABORATORY).bands(0, 20, 8, 12, band(7, 13));
    add.tag("DOSE", "氟化铝投加量", "AlF3 dose", "kg/d", Kind.SET_POINT).bands(0, 200, 40, 90, null);
    add.tag("HB", "电解质水平", "bath level", "cm", Kind.LABORATORY).bands(0, 40, 17, 21, band(15, 24));
    add.tag("HM", "铝水平", "metal level", "cm", Kind.LABORATORY).bands(0, 50, 22, 28, band(20, 30));
    add.tag("TAP", "出铝量", "tap weight", "kg", Kind.LABORATORY)
        .bands(0, 6000, 3600, 3950, band(3300, 4300));
    add.tag("BEAM", "阳极母线位置", "beam position", "mm", Kind.MEASURED).bands(0, 400, 30, 340, null);
    add.tag("VSET", "设定电压", "set voltage", "V", Kind.SET_POINT).bands(3, 5, 3.75, 4.05, null);
    add.tag("AE", "阳极效应", "anode effect", "", Kind.CALCULATED).states(YES_NO);
  }

  private static void addLine(List<TagDescription> to, int pots) {
    var add = new Adder(to, LINE);
    add.tag("I", "系列电流", "line current", "kA", Kind.MEASURED)
        .bands(0, 600, 495, 505, band(480, 515));
    add.tag("U", "系列电压", "line voltage", "V", Kind.MEASURED)
        .bands(0, 10.0 * pots, 3.8 * pots, 4.0 * pots, null);
    add.tag("P", "系列功率", "line power", "MW", Kind.CALCULATED)
        .bands(0, 6.0 * pots, 1.9 * pots, 2.0 * pots, null);
    add.tag("NA2O", "氧化铝含钠", "soda in alumina", "%", Kind.LABORATORY)
        .bands(0, 1, 0.3, 0.5, band(0.2, 0.6));
    add.tag("EFFECTS", "效应槽数", "pots in anode effect", "", Kind.CALCULATED)
        .bands(0, pots, 0, 1, null);
  }

  private static Band band(double low, double high) {
    return new Band(low, high);
  }

  /** Writes one tag after the other. */
  private static final class Adder {
    private final List<TagDescription> to;
    private final String asset;
    private String key = "";
    private String zh = "";
    private String en = "";
    private String unit = "";
    private Kind kind = Kind.MEASURED;

    Adder(List<TagDescription> to, String asset) {
      this.to = to;
      this.asset = asset;
    }

    Adder tag(String itsKey, String itsZh, String itsEn, String itsUnit, Kind itsKind) {
      key = itsKey;
      zh = itsZh;
      en = itsEn;
      unit = itsUnit;
      kind = itsKind;
      return this;
    }

    void bands(double low, double high, double usualLow, double usualHigh, @Nullable Band limits) {
      boolean step = kind == Kind.LABORATORY || kind == Kind.SET_POINT || key.equals("FEED");
      add(band(low, high), band(usualLow, usualHigh), limits, step, List.of());
    }

    void states(List<State> states) {
      Band all = band(0, states.size() - 1);
      add(all, all, null, true, states);
    }

    private void add(
        Band range, Band normal, @Nullable Band limits, boolean step, List<State> states) {
      to.add(
          new TagDescription(
              asset + "." + key,
              asset,
              key,
              new Text(zh, en),
              unit,
              range,
              normal,
              limits,
              step,
              kind,
              states));
    }
  }
}
