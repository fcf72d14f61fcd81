package io.kunan.platform.alarms;

import io.kunan.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is watched and what it means. Names either one tag, or a quantity at every asset below one.
 *
 * @param id number, 0 for a rule not yet stored
 * @param tagId the tag, or null
 * @param assetId the top of the subtree, or null
 * @param quantity the quantity watched below the asset, or null
 * @param kind what is looked at
 * @param priority 1 critical, 2 high, 3 medium
 * @param limit unit of the tag; units per minute for a rate, seconds for stale
 * @param deadband how far back inside before the alarm clears, ≥ 0
 * @param delaySeconds how long points must confirm the condition, ≥ 0
 * @param enabled whether it is watched now
 * @param titleZh what is wrong, in Chinese
 * @param titleEn what is wrong, in English
 * @param cause why this happens
 * @param consequence what follows when nobody acts
 * @param action what to do
 */
public record AlarmRule(
    long id,
    @Nullable Integer tagId,
    @Nullable Integer assetId,
    @Nullable String quantity,
    AlarmKind kind,
    int priority,
    double limit,
    double deadband,
    double delaySeconds,
    boolean enabled,
    String titleZh,
    String titleEn,
    @Nullable Text cause,
    @Nullable Text consequence,
    @Nullable Text action) {}
