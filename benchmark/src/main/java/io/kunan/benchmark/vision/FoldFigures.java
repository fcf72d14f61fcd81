package io.kunan.benchmark.vision;

import java.util.List;

/**
 * One fold: its fields were kept from training.
 *
 * @param fold its name, “mean” for the mean over all fields
 * @param iou of each class
 * @param areaFractionError of each class, percentage points
 * @param objectCountError of each class, objects told over objects labelled, less 1
 * @param foreign fields of the fold that were told to be unlike the training
 * @param trainingSeconds by the clock, others' work included
 * @param trainingCpuSeconds of this process; a network trains in another one
 * @param millisecondsPerField mean, by the clock
 */
record FoldFigures(
    String fold,
    int fields,
    double pixelAccuracy,
    double meanIoU,
    List<Double> iou,
    List<Double> areaFractionError,
    List<Double> objectCountError,
    int foreign,
    double trainingSeconds,
    double trainingCpuSeconds,
    double millisecondsPerField) {}
