package io.kunan.engine.vision;

/**
 * A segmented field.
 *
 * @param labels class numbers
 * @param likeness whether the recipe knows fields of this kind
 */
public record Segmentation(LabelImage labels, Likeness likeness) {}
