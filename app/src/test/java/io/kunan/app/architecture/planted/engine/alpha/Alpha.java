package io.kunan.app.architecture.planted.engine.alpha;

/** An engine's face. */
public final class Alpha {}
