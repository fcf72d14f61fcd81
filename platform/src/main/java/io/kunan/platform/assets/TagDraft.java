package io.kunan.platform.assets;

import io.kunan.kernel.AssetId;

/** A tag before it has a number; see {@link Tag}. */
public record TagDraft(String name, AssetId asset, TagTraits traits) {}
