package io.kunan.platform.models.web;

import io.kunan.kernel.InputException;
import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.models.Model;
import io.kunan.platform.models.ModelDefinition;
import io.kunan.platform.models.Models;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Refusal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Models that people define: what is forecast of an asset, from which of its tags. */
@Component
class ModelDesk {
  private static final int MOST_NAME = 80;
  private static final int MOST_CODE = 100;

  private final Models models;
  private final Assets assets;
  private final SiteAccess sites;

  ModelDesk(Models models, Assets assets, SiteAccess sites) {
    this.models = models;
    this.assets = assets;
    this.sites = sites;
  }

  /**
   * What to forecast.
   *
   * @param code unique; made from target, row and horizon when left out
   * @param target tag to forecast; its asset is the model's
   * @param inputs other tags looked at; none is a forecast from the target's own past
   * @param everySeconds length of a row
   * @param horizonRows rows from the forecast to its target
   * @param trainedOverSeconds how much history, up to the newest value, a training looks at
   * @param seed 1 when left out
   */
  record DefineRequest(
      @Nullable @Size(max = MOST_CODE) String code,
      @NotNull Text name,
      int target,
      @NotNull @Size(max = 60) List<Integer> inputs,
      @Nullable @Size(max = 10) List<String> events,
      long everySeconds,
      int horizonRows,
      long trainedOverSeconds,
      @Nullable Long seed) {}

  Model define(DefineRequest request, Caller caller) {
    checkName(request.name());
    Tag target = visible(request.target(), caller);
    List<TagId> inputs = request.inputs().stream().map(tag -> visible(tag, caller).id()).toList();
    return models.define(
        new ModelDefinition(
            code(request, target),
            request.name(),
            target.asset(),
            target.id(),
            inputs,
            List.of(),
            request.events() == null ? List.of() : request.events(),
            Duration.ofSeconds(request.everySeconds()),
            request.horizonRows(),
            Duration.ofSeconds(request.trainedOverSeconds()),
            assets.tree().zone(target.asset()),
            request.seed() == null ? 1 : request.seed()));
  }

  private static void checkName(Text name) {
    for (String one : List.of(name.zh(), name.en())) {
      if (one.isBlank() || one.length() > MOST_NAME) {
        throw new InputException(
            "name", "“%s”".formatted(one), "give 1 to %d characters".formatted(MOST_NAME));
      }
    }
  }

  private static String code(DefineRequest request, Tag target) {
    if (request.code() != null && !request.code().isBlank()) {
      return request.code().strip();
    }
    String rest = "/%dmin+%d".formatted(request.everySeconds() / 60, request.horizonRows());
    String name = target.name();
    return name.substring(0, Math.min(name.length(), MOST_CODE - rest.length())) + rest;
  }

  private Tag visible(int tag, Caller caller) {
    return assets
        .tags()
        .find(new TagId(tag))
        .filter(found -> sites.covers(caller, found.asset()))
        .orElseThrow(() -> Refusal.notFound("Tag " + tag));
  }
}
