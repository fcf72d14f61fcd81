package io.kunan.engine.vision.measure;

/**
 * The rules by which figures are measured: the standard behind each, its formula, and what of the
 * standard is left to people. Naming a standard here claims its formula, not conformity:
 * magnifications, specimen preparation and calibration are the laboratory's.
 */
public enum Method {
  AREA_FRACTION(
      "ASTM E1245-03 (2023), ASTM E562-19 for the statistics",
      "A_A = pixels of the class / pixels of the field; 95 % CI = t(0.975, n − 1)·s/√n; %RA ="
          + " 100·CI / mean; fields needed = (t·s·100 / (%RA wanted · mean))²",
      "manual point counting on a grid"),
  COUNT_DENSITY(
      "ASTM E1245-03 (2023)",
      "N_A = objects that do not touch the right or bottom edge / area of the field",
      "stringers and oxide/sulphide discrimination by brightness"),
  MEAN_FREE_PATH(
      "ASTM E1245-03 (2023)",
      "λ = (1 − A_A) / N_L, N_L = objects met per length of all rows and columns",
      "spacing along the working direction only"),
  PARTICLE_SHAPE(
      "ISO 9276-6:2008 for the words; outline length as ImageJ 1.54p traces it",
      "d = √(4A/π); Feret diameters over the convex hull of pixel corners; circularity = 4πA/P²;"
          + " solidity = A / hull area; aspect and orientation of the ellipse with equal second"
          + " moments",
      "correction of sections to bodies (Saltykov)"),
  GRAIN_INTERCEPT(
      "ASTM E112-13(2021), GB/T 6394-2017",
      "G = −6.643856·log10(l̄ / mm) − 3.288; l̄ = length of the test lines / boundaries met, in"
          + " four directions; a line's end on a boundary counts ½",
      "triple points (1½), twins, non-equiaxed grains by three planes, circular test lines"),
  GRAIN_PLANIMETRIC(
      "ASTM E112-13(2021), GB/T 6394-2017",
      "G = 3.321928·log10(N_A / mm⁻²) − 2.954; grains inside count 1, at an edge ½, at the corners"
          + " ¼",
      "Jeffries' circle; duplex grain sizes (ASTM E1181)"),
  DENDRITE_ARMS(
      "no standard; usual practice",
      "λ₂ = L / (n − 1), L from the middle of the first to the middle of the last arm on a line",
      "choice of the dendrites: 5 to 10 lines a field are usual"),
  LAYER_THICKNESS(
      "ISO 1463:2021",
      "thickness of each column of pixels · cos(tilt of the layer's middle line)",
      "edge preparation, etching, and the check of the microscope on a stage micrometer"),
  POROSITY(
      "no standard; usual practice for castings",
      "a pore is round (gas) when circularity and solidity reach their limits, else ragged"
          + " (shrinkage); pores whose gap is less than the smaller one's diameter form a cluster",
      "the porosity keys of VDG/BDG P 202 and reference radiographs (ASTM E505)");

  private final String standard;
  private final String formula;
  private final String notCovered;

  Method(String standard, String formula, String notCovered) {
    this.standard = standard;
    this.formula = formula;
    this.notCovered = notCovered;
  }

  /** The standard with its edition. */
  public String standard() {
    return standard;
  }

  public String formula() {
    return formula;
  }

  /** What the standard asks for and is not done here. */
  public String notCovered() {
    return notCovered;
  }
}
