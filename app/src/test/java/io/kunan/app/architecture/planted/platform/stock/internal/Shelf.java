package io.kunan.app.architecture.planted.platform.stock.internal;

/** Private to its module. */
public final class Shelf {}
