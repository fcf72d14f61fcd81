/** Models for Google OR-Tools CP-SAT: proofs for small problems, and a peer to compare with. */
@NullMarked
package io.kunan.engine.optimise.internal.exact;

import org.jspecify.annotations.NullMarked;
