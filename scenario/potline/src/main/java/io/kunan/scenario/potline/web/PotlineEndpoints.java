package io.kunan.scenario.potline.web;

import io.kunan.kernel.AssetId;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.live.EventStreams;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Refusal;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import io.kunan.scenario.potline.internal.PotlineMaps;
import io.kunan.scenario.potline.internal.PotlineMaps.PotOnMap;
import io.kunan.scenario.potline.internal.Potrooms;
import io.kunan.scenario.potline.web.PotlineViews.PotLineView;
import io.kunan.scenario.potline.web.PotlineViews.PotMapView;
import io.kunan.scenario.potline.web.PotlineViews.PotView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The map of a line and the page of a pot. */
@RestController
@RequestMapping("/api/potline")
@Requires(Role.VIEWER)
class PotlineEndpoints {
  private final Potrooms potrooms;
  private final PotlineMaps maps;
  private final MapComposer composer;
  private final PotComposer pots;
  private final SiteAccess sites;
  private final EventStreams streams;

  PotlineEndpoints(
      Potrooms potrooms,
      PotlineMaps maps,
      MapComposer composer,
      PotComposer pots,
      SiteAccess sites,
      EventStreams streams) {
    this.potrooms = potrooms;
    this.maps = maps;
    this.composer = composer;
    this.pots = pots;
    this.sites = sites;
    this.streams = streams;
  }

  @GetMapping("/lines")
  List<PotLineView> lines(Caller caller) {
    return potrooms.lines().stream()
        .filter(line -> sites.covers(caller, line.id()))
        .map(
            line ->
                new PotLineView(
                    line.id().value(), line.code(), line.name(), potrooms.pots(line.id()).size()))
        .toList();
  }

  @GetMapping("/lines/{assetId}/map")
  PotMapView map(@PathVariable int assetId, Caller caller) {
    return composer.compose(line(assetId, caller));
  }

  /** Pots that look different from what was sent last, once a second. */
  @GetMapping(path = "/lines/{assetId}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream(@PathVariable int assetId, Caller caller) {
    Asset line = line(assetId, caller);
    Map<Integer, PotOnMap> sent = new HashMap<>();
    return streams.everySecond("map", () -> changed(line, sent));
  }

  private @Nullable List<PotOnMap> changed(Asset line, Map<Integer, PotOnMap> sent) {
    List<PotOnMap> fresh =
        maps.pots(line).stream().filter(pot -> !looksLike(pot, sent.get(pot.assetId()))).toList();
    fresh.forEach(pot -> sent.put(pot.assetId(), pot));
    return fresh.isEmpty() ? null : fresh;
  }

  /** Whether nobody would see the difference: the age of a sample alone is no change. */
  private static boolean looksLike(PotOnMap pot, @Nullable PotOnMap before) {
    if (before == null) {
      return false;
    }
    return new PotOnMap(
            pot.assetId(),
            pot.number(),
            pot.state(),
            pot.priority(),
            pot.adviceId(),
            pot.temperature(),
            pot.temperatureTarget(),
            before.temperatureAgeHours(),
            pot.volts(),
            pot.noise(),
            pot.stale(),
            pot.todayWork())
        .equals(before);
  }

  @GetMapping("/pots/{assetId}")
  PotView pot(@PathVariable int assetId, Caller caller) {
    Asset pot = asset(assetId, caller);
    if (!Potrooms.POT.equals(pot.template())) {
      throw Refusal.notFound("Pot " + assetId);
    }
    return pots.compose(pot);
  }

  private Asset line(int assetId, Caller caller) {
    Asset line = asset(assetId, caller);
    if (potrooms.pots(line.id()).isEmpty()) {
      throw Refusal.notFound("Potline " + assetId);
    }
    return line;
  }

  private Asset asset(int assetId, Caller caller) {
    if (assetId <= 0) {
      throw Refusal.notFound("Asset " + assetId);
    }
    return sites.asset(caller, new AssetId(assetId));
  }
}
