/**
 * How files are opened, split into cells, put on a time axis and checked. Private to the module.
 */
@NullMarked
package io.kunan.engine.files.internal;

import org.jspecify.annotations.NullMarked;
