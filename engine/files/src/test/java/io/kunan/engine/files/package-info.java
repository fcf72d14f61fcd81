/** Tests of the reading of files: what is found out, what is kept, what is rejected and why. */
@NullMarked
package io.kunan.engine.files;

import org.jspecify.annotations.NullMarked;
