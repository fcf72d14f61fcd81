package io.kunan.engine.stream;

import io.kunan.kernel.TagId;

/**
 * What a job must know of a tag.
 *
 * @param unit symbol of {@link io.kunan.kernel.PlantUnits}; empty when it has none or nobody said
 * @param step whether a value holds until the next one, instead of moving on a line
 */
public record StreamTag(TagId id, String name, String unit, boolean step) {}
