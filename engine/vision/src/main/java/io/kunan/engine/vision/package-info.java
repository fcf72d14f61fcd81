/**
 * Sees micrographs: reads them with their scale, segments them by learned recipes, and measures the
 * phases, particles, pores and grains in µm.
 */
@NullMarked
package io.kunan.engine.vision;

import org.jspecify.annotations.NullMarked;
