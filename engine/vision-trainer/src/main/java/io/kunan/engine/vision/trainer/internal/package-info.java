/** A U-Net on DJL and PyTorch, what it is fed with, and how it is written as ONNX. */
@NullMarked
package io.kunan.engine.vision.trainer.internal;

import org.jspecify.annotations.NullMarked;
