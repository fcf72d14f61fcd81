/** Learning from the command line: forecasts back-tested, abnormal operation detected. */
@NullMarked
package io.kunan.app.cli.learn;

import org.jspecify.annotations.NullMarked;
