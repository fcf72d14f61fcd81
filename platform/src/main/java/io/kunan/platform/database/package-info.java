/**
 * The PostgreSQL in which Kunan keeps what people decide: started from the home folder, or named by
 * URL.
 */
@NullMarked
package io.kunan.platform.database;

import org.jspecify.annotations.NullMarked;
