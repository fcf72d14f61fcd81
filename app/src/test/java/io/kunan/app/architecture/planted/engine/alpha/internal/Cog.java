package io.kunan.app.architecture.planted.engine.alpha.internal;

/** Private to the engine. */
public final class Cog {}
