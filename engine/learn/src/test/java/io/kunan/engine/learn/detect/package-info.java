@NullMarked
package io.kunan.engine.learn.detect;

import org.jspecify.annotations.NullMarked;
