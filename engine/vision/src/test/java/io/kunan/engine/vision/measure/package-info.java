@NullMarked
package io.kunan.engine.vision.measure;

import org.jspecify.annotations.NullMarked;
