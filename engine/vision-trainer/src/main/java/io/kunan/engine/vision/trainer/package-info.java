/** The child process that trains networks for micrographs. */
@NullMarked
package io.kunan.engine.vision.trainer;

import org.jspecify.annotations.NullMarked;
