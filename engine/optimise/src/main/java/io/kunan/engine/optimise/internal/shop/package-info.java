/** Local search for job shops with and without alternative machines, on primitive arrays. */
@NullMarked
package io.kunan.engine.optimise.internal.shop;

import org.jspecify.annotations.NullMarked;
