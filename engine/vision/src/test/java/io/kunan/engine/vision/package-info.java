@NullMarked
package io.kunan.engine.vision;

import org.jspecify.annotations.NullMarked;
