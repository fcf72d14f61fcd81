@NullMarked
package io.kunan.engine.vision.internal.trees;

import org.jspecify.annotations.NullMarked;
