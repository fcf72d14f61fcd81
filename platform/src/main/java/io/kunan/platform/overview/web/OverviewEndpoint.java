package io.kunan.platform.overview.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Text;
import io.kunan.platform.advice.Advice;
import io.kunan.platform.advice.AdviceBook;
import io.kunan.platform.advice.AdviceState;
import io.kunan.platform.advice.AdviceView;
import io.kunan.platform.alarms.Alarm;
import io.kunan.platform.alarms.AlarmState;
import io.kunan.platform.alarms.Alarms;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.live.LiveValues;
import io.kunan.platform.overview.web.OverviewViews.OverviewView;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The group at a glance, for what the person may see. */
@RestController
class OverviewEndpoint {
  private static final int MOST_ADVICE = 50;
  private static final int MOST_ABNORMAL = 100;

  /** Without a value for longer, nothing can be called normal. */
  private static final double UNHEARD_SECONDS = 300;

  private final Alarms alarms;
  private final AdviceBook book;
  private final SiteAccess sites;
  private final AbnormalRows abnormal;
  private final SiteRows siteRows;
  private final GroupFigures figures;
  private final LiveValues live;

  OverviewEndpoint(
      Alarms alarms,
      AdviceBook book,
      SiteAccess sites,
      AbnormalRows abnormal,
      SiteRows siteRows,
      GroupFigures figures,
      LiveValues live) {
    this.alarms = alarms;
    this.book = book;
    this.sites = sites;
    this.abnormal = abnormal;
    this.siteRows = siteRows;
    this.figures = figures;
    this.live = live;
  }

  @Requires(Role.VIEWER)
  @GetMapping("/api/overview")
  OverviewView overview(Caller caller) {
    List<Alarm> open =
        alarms.listOpen().stream()
            .filter(alarm -> alarm.state() != AlarmState.SHELVED)
            .filter(alarm -> sites.covers(caller, new AssetId(alarm.assetId())))
            .toList();
    List<Advice> proposed =
        book.list(AdviceState.PROPOSED, null, 0, 5_000).stream()
            .filter(advice -> sites.covers(caller, new AssetId(advice.assetId())))
            .toList();
    var rows = abnormal.of(open.stream().filter(Alarm::isStanding).toList(), proposed);
    boolean heard = live.newestAgeSeconds(caller).orElse(Double.MAX_VALUE) <= UNHEARD_SECONDS;
    return new OverviewView(
        sentence(rows.size(), proposed.size(), heard),
        heard,
        figures.of(caller, open, proposed),
        rows.stream().limit(MOST_ABNORMAL).toList(),
        rows.size(),
        proposed.stream().limit(MOST_ADVICE).map(AdviceView::of).toList(),
        siteRows.of(caller, open));
  }

  private static Text sentence(int abnormal, int advised, boolean heard) {
    if (abnormal == 0 && !heard) {
      return new Text(
          "没有实时数据；%d 条建议待处理".formatted(advised),
          "no live data; advice waiting: %d".formatted(advised));
    }
    if (abnormal == 0) {
      return new Text(
          "没有异常；%d 条建议待处理".formatted(advised),
          "nothing abnormal; advice waiting: %d".formatted(advised));
    }
    return new Text(
        "%d 台设备异常；%d 条建议待处理".formatted(abnormal, advised),
        "abnormal equipment: %d; advice waiting: %d".formatted(abnormal, advised));
  }
}
