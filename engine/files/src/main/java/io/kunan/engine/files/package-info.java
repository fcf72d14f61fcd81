/**
 * Reads tables and points from the files a plant hands over: CSV, gzip-ped CSV, white-space text
 * and Parquet. What cannot be read is reported line by line with its reason; the rest is kept.
 */
@NullMarked
package io.kunan.engine.files;

import org.jspecify.annotations.NullMarked;
