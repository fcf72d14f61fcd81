/** What a micrograph is drawn of, and how a microscope would see it. */
@NullMarked
package io.kunan.engine.vision.synthetic.internal;

import org.jspecify.annotations.NullMarked;
