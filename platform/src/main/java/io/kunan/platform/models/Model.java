package io.kunan.platform.models;

/**
 * A model as it is registered.
 *
 * @param id never changes
 * @param definition what it forecasts
 * @param virtual whether any of its tags comes from a virtual plant; its accuracy is then one on a
 *     virtual plant
 */
public record Model(int id, ModelDefinition definition, boolean virtual) {}
