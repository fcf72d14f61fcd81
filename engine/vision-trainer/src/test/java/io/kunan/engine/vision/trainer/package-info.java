@NullMarked
package io.kunan.engine.vision.trainer;

import org.jspecify.annotations.NullMarked;
