/** The rules of the house, checked; and planted violations that prove that the checks bite. */
@NullMarked
package io.kunan.app.architecture;

import org.jspecify.annotations.NullMarked;
