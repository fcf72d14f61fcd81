package io.kunan.app.cli.potline;

import io.kunan.scenario.potline.core.advisor.PotOutlook;

/**
 * A day of a pot: what was known at its beginning, and what came in it. NaN where nothing came.
 *
 * @param day counted from the start
 * @param outlook at the beginning of the day
 * @param lastCelsius last bath temperature that had come
 * @param filteredCelsius by the site's filter
 * @param lastExcess last analysis that had come, wt%
 * @param filteredExcess by the site's filter, wt%
 * @param lastMetalCm last metal level
 * @param filteredMetalCm by the site's filter
 * @param noise mean of the day before, mV
 * @param volts mean of the day before, V
 * @param energyBefore true energy of the day before, kWh/t
 * @param celsius measured in the day
 * @param excess of a sample taken in the day, wt%
 * @param metalCm measured in the day
 * @param superheat true, at the beginning of the day, °C
 * @param metalKg true production of the day
 * @param energy true, kWh/t
 * @param faradayKg metal of the day at an efficiency of 1
 * @param tappedKg by the scale
 * @param dose mean of the day, kg/d
 */
record DayRow(
    int day,
    int pot,
    PotOutlook outlook,
    double lastCelsius,
    double filteredCelsius,
    double lastExcess,
    double filteredExcess,
    double lastMetalCm,
    double filteredMetalCm,
    double noise,
    double volts,
    double energyBefore,
    double celsius,
    double excess,
    double metalCm,
    double superheat,
    double metalKg,
    double energy,
    double faradayKg,
    double tappedKg,
    double dose) {}
