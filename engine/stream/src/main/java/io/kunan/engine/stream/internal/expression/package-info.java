/**
 * The language of expressions: the grammar and the types are those of the Common Expression
 * Language, read by its own library; units, unknown values and the evaluation are ours.
 */
@NullMarked
package io.kunan.engine.stream.internal.expression;

import org.jspecify.annotations.NullMarked;
