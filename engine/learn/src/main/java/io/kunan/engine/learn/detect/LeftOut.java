package io.kunan.engine.learn.detect;

/**
 * A column that a detector does not watch.
 *
 * @param column its name
 * @param reason why, in words
 */
public record LeftOut(String column, String reason) {}
