@NullMarked
package io.kunan.engine.vision.internal.foreign;

import org.jspecify.annotations.NullMarked;
