/** Networks: the order to train one in a child process, and its service by ONNX Runtime. */
@NullMarked
package io.kunan.engine.vision.internal.network;

import org.jspecify.annotations.NullMarked;
