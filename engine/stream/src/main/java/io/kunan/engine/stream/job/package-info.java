/**
 * Jobs as data: what a stream job reads, works out and says, with its JSON form. A job knows no
 * runtime; {@link io.kunan.engine.stream.LocalRuntime} runs it here, and the same job can run
 * elsewhere.
 */
@NullMarked
package io.kunan.engine.stream.job;

import org.jspecify.annotations.NullMarked;
