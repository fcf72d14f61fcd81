@NullMarked
package io.kunan.engine.vision.synthetic;

import org.jspecify.annotations.NullMarked;
