package io.kunan.plant.potline.internal;

/**
 * Where chance enters. Each (seed, pot, source) has its own random stream, so that a changed
 * controller or an added measurement leaves every disturbance as it was. New sources go to the end.
 */
enum Source {
  INDIVIDUAL,
  SLOW_NOISE,
  FAST_NOISE,
  ANODE_EFFECT,
  ANODE_CHANGE,
  TAP,
  TEMPERATURE,
  EXCESS,
  LEVEL,
  FEEDER,
  COMMUNICATION,
  LINE_CURRENT,
  ALUMINA,
  SOLUBILITY,
  FLUORIDE_CREDIT,
  DIP,
  EFFECT_SIZE,
  HEAT_FAST,
  HEAT_SLOW,
  HEAT_KICK,
  FROZEN,
  WRONG,
  LATE,
  MISSING_TEMPERATURE,
  MISSING_LEVEL,
  MISSING_SAMPLE,
  FROZEN_TEMPERATURE,
  CUT;

  private static final Source[] ALL = values();

  static int count() {
    return ALL.length;
  }
}
