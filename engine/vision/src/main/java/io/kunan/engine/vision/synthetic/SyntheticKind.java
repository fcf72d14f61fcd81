package io.kunan.engine.vision.synthetic;

import io.kunan.engine.vision.PhaseClasses;

/** What is drawn. */
public enum SyntheticKind {
  /** Cast Al-Si: α dendrites, eutectic, needles and script of iron phases, gas pores. */
  CAST("0=alpha,1=eutectic,2=needle,3=script,4=pore"),

  /** Wrought aluminium: equiaxed grains with log-normal sizes, etched boundaries. */
  WROUGHT("0=grain,1=boundary"),

  /** A casting's section with round gas pores and ragged shrinkage. */
  POROSITY("0=metal,1=gas,2=shrinkage");

  @SuppressWarnings("ImmutableEnumChecker") // a record of records: nothing in it changes
  private final PhaseClasses classes;

  SyntheticKind(String classes) {
    this.classes = PhaseClasses.parse(classes);
  }

  public PhaseClasses classes() {
    return classes;
  }
}
