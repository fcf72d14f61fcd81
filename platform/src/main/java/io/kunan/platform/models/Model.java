package io.kunan.platform.models;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model as it is registered.
 *
 * @param id never changes
 * @param definition what it forecasts
 * @param virtual whether any of its tags comes from a virtual plant; its accuracy is then one on a
 *     virtual plant
 * @param retiredAt since when it is out of use; null while it is in use
 */
public record Model(
    int id, ModelDefinition definition, boolean virtual, @Nullable Instant retiredAt) {}
