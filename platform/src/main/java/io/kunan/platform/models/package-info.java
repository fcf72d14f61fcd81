/**
 * Models: what is forecast, its immutable versions, the gate before one may serve, live forecasts
 * with their reasons, and the watch over drift.
 */
@NullMarked
package io.kunan.platform.models;

import org.jspecify.annotations.NullMarked;
