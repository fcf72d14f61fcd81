package io.kunan.app.architecture.planted.scenario.one;

/** A scenario's face. */
public final class One {}
