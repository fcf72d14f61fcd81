package io.kunan.scenario.potline.core;

/**
 * One guard rail and whether it holds.
 *
 * @param code stable name, such as {@code temperature-fresh}
 * @param passed whether the advice may be given as far as this rail is concerned
 * @param measured the figure that was compared
 * @param limit what it was compared with
 * @param unit of both
 */
public record Guard(String code, boolean passed, double measured, double limit, String unit) {}
