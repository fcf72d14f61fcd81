/** The operators: what each kind of job does with its points, free of any runtime. */
@NullMarked
package io.kunan.engine.stream.internal.operation;

import org.jspecify.annotations.NullMarked;
