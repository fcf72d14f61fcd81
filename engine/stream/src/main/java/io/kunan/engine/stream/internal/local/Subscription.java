package io.kunan.engine.stream.internal.local;

/**
 * Where the points of a tag go.
 *
 * @param input number of the tag among the inputs of the instance
 * @param source number of the tag among those of the group that are measured; −1 for one that the
 *     group works out itself
 */
record Subscription(Instance<?> instance, int input, int source) {}
