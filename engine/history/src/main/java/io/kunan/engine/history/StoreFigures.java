package io.kunan.engine.history;

/**
 * The size and state of a store.
 *
 * @param hotPoints points not sealed yet, repeated ones counted each time
 * @param sealedPoints points in sealed files
 * @param pointFiles sealed files of points
 * @param overlappingFiles those of them that share a tag's time span with another
 * @param rollupFiles sealed files of one-minute roll-ups
 * @param sealedBytes size of all sealed files
 * @param folderBytes size of everything in the store's folder
 */
public record StoreFigures(
    long hotPoints,
    long sealedPoints,
    int pointFiles,
    int overlappingFiles,
    int rollupFiles,
    long sealedBytes,
    long folderBytes) {}
