/** Reading and writing the formats in which shops and plans are exchanged. */
@NullMarked
package io.kunan.engine.optimise.internal.files;

import org.jspecify.annotations.NullMarked;
