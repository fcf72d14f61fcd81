/**
 * The vocabulary of Kunan: what a plant measures (tags, points, quality, units), over which time,
 * and how one engine hands rows or points to another without knowing it.
 */
@NullMarked
package io.kunan.kernel;

import org.jspecify.annotations.NullMarked;
