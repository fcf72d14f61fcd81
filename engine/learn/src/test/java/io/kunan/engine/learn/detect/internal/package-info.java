@NullMarked
package io.kunan.engine.learn.detect.internal;

import org.jspecify.annotations.NullMarked;
