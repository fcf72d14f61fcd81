package io.kunan.scenario.potline;

import io.kunan.kernel.Text;

/**
 * What the potroom's pages and advice read of a pot. A pot has a tag for it when one of its tags
 * names the quantity; what is missing is left out, never guessed.
 */
public enum PotQuantity {
  VOLTAGE("V", "槽电压", "Pot voltage", 3.5, 4.6),
  NOISE("NOISE", "噪声", "Noise", 0, 80),
  TEMPERATURE("TB", "槽温", "Bath temperature", 930, 985),
  SUPERHEAT("SH", "过热度", "Superheat", 0, 20),
  EXCESS("XS", "过剩 AlF₃", "Excess AlF₃", 5, 15),
  METAL_LEVEL("HM", "铝水平", "Metal level", 16, 32),
  BATH_LEVEL("HB", "电解质水平", "Bath level", 12, 26),
  DOSE("DOSE", "AlF₃ 剂量", "AlF₃ dose", 0, 150),
  FEED("FEED", "氧化铝下料", "Alumina feed", 0, 600),
  ANODE_EFFECT("AE", "阳极效应", "Anode effect", 0, 1);

  private final String key;
  private final Text label;
  private final double scaleLow;
  private final double scaleHigh;

  PotQuantity(String key, String zh, String en, double scaleLow, double scaleHigh) {
    this.key = key;
    this.label = new Text(zh, en);
    this.scaleLow = scaleLow;
    this.scaleHigh = scaleHigh;
  }

  /** The quantity as tags name it. */
  public String key() {
    return key;
  }

  public Text label() {
    return label;
  }

  /** True for what a person measures or samples, at most a few times a day. */
  public boolean isTakenByHand() {
    return switch (this) {
      case TEMPERATURE, SUPERHEAT, EXCESS, METAL_LEVEL, BATH_LEVEL -> true;
      case VOLTAGE, NOISE, DOSE, FEED, ANODE_EFFECT -> false;
    };
  }

  /** Left end of a bullet, in the unit of the tag. */
  public double scaleLow() {
    return scaleLow;
  }

  /** Right end of a bullet. */
  public double scaleHigh() {
    return scaleHigh;
  }
}
