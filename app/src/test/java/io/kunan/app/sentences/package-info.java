/** Every sentence for a person has its translation. */
@NullMarked
package io.kunan.app.sentences;

import org.jspecify.annotations.NullMarked;
