package io.kunan.app.architecture.planted.platform.stock;

/** A module's face. */
public final class Stock {}
