package io.kunan.benchmark.history;

/**
 * What the historian does on this machine, on {@link Workload}.
 *
 * @param ingestPointsPerSecond both parts, from the first point until all is sealed
 * @param ingestSmallCommits part A with a durable commit for each 5,000 points, beside a reader;
 *     until all is sealed
 * @param readP95Ms of that reader: an hour of one tag, every 20 ms
 * @param bytesPerPoint everything in the store's folder after both parts
 * @param tagHourMs an hour of one of 5,000 tags, raw; median
 * @param tagDayMs a day of one tag, 86,400 points, raw; median
 * @param monthByMinuteMs a month of one tag by minute, 43,200 buckets; median
 * @param monthPlotMs a month of one tag for a chart of 2,000 pixels; median
 * @param last5000Ms last values of 5,000 tags; median
 * @param rawLimitPointsPerSecond what the disk takes: 16 bytes a point, one file, forced once
 * @param forcedLimitPointsPerSecond what the disk takes when each 5,000 points of 16 bytes are
 *     forced; no store that answers for each commit alone can be faster
 * @param residentMiB memory of this process at the end
 */
public record HistoryFigures(
    long ingestPointsPerSecond,
    long ingestSmallCommits,
    double readP95Ms,
    double bytesPerPoint,
    double tagHourMs,
    double tagDayMs,
    double monthByMinuteMs,
    double monthPlotMs,
    double last5000Ms,
    long rawLimitPointsPerSecond,
    long forcedLimitPointsPerSecond,
    long residentMiB) {}
