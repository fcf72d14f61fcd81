package io.kunan.platform.assets;

/** Announced after assets were made, changed, moved or deleted; the new tree is in place. */
public record AssetsChanged() {}
