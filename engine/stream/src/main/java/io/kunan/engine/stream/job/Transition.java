package io.kunan.engine.stream.job;

import java.time.Duration;

/**
 * A way from one state to another.
 *
 * @param when true or false
 * @param delay how long points must confirm it
 */
public record Transition(String from, String to, String when, Duration delay) {}
