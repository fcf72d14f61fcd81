/** Boosted trees: learned by XGBoost, served by a flat traversal of our own. */
@NullMarked
package io.kunan.engine.vision.internal.trees;

import org.jspecify.annotations.NullMarked;
