/** Where every figure that is quoted can be measured again, and where the long proofs run. */
@NullMarked
package io.kunan.benchmark;

import org.jspecify.annotations.NullMarked;
