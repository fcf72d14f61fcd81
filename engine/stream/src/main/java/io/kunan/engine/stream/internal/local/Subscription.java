package io.kunan.engine.stream.internal.local;

/**
 * Where the points of a tag go.
 *
 * @param input number of the tag among the inputs of the instance
 */
record Subscription(Instance<?> instance, int input) {}
