package io.kunan.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * English words for a person, made here and put into the reader's language where they leave the
 * server, by the catalogues {@code kunan/sentences.zh.json} of the modules. On a parameter: what
 * callers hand over; on a method: what it returns; on a component of a record that is sent to the
 * console: what is put into the reader's language; on a field: every text written in it; on an
 * enum: the names of its constants. A build finds all of them and fails when one has no
 * translation.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.TYPE,
  ElementType.PARAMETER,
  ElementType.METHOD,
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.LOCAL_VARIABLE
})
public @interface Sentence {}
