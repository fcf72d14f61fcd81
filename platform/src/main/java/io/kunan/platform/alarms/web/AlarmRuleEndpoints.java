package io.kunan.platform.alarms.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import io.kunan.platform.alarms.AlarmRule;
import io.kunan.platform.alarms.Alarms;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Refusal;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is watched. */
@RestController
@RequestMapping("/api/alarm-rules")
@Requires(Role.ENGINEER)
class AlarmRuleEndpoints {
  private final Alarms alarms;
  private final SiteAccess sites;

  AlarmRuleEndpoints(Alarms alarms, SiteAccess sites) {
    this.alarms = alarms;
    this.sites = sites;
  }

  @Requires(Role.VIEWER)
  @GetMapping
  List<AlarmRuleView> list(Caller caller) {
    return alarms.rules().stream()
        .filter(rule -> isVisible(rule, caller))
        .map(AlarmRuleView::of)
        .toList();
  }

  /** A rule, also one that was retired: by it the alarms it raised are read. */
  @Requires(Role.VIEWER)
  @GetMapping("/{id}")
  AlarmRuleView find(@PathVariable long id, Caller caller) {
    return alarms
        .findRule(id)
        .filter(rule -> isVisible(rule, caller))
        .map(AlarmRuleView::of)
        .orElseThrow(() -> Refusal.notFound("Alarm rule " + id));
  }

  @PostMapping
  AlarmRuleView add(@Valid @RequestBody AlarmRuleView rule, Caller caller) {
    return save(rule.toRule(0), caller);
  }

  @PutMapping("/{id}")
  AlarmRuleView change(
      @PathVariable long id, @Valid @RequestBody AlarmRuleView rule, Caller caller) {
    requireVisible(id, caller);
    return save(rule.toRule(id), caller);
  }

  /** Retires a rule; the alarms it raised stay readable. */
  @DeleteMapping("/{id}")
  void retire(@PathVariable long id, Caller caller) {
    requireVisible(id, caller);
    alarms.retireRule(id);
  }

  private AlarmRuleView save(AlarmRule rule, Caller caller) {
    if (rule.tagId() != null) {
      sites.tags(caller, List.of(rule.tagId()));
    }
    if (rule.assetId() != null) {
      sites.asset(caller, new AssetId(rule.assetId()));
    }
    return AlarmRuleView.of(alarms.save(rule));
  }

  private void requireVisible(long id, Caller caller) {
    if (alarms.rules().stream().noneMatch(rule -> rule.id() == id && isVisible(rule, caller))) {
      throw Refusal.notFound("Alarm rule " + id);
    }
  }

  private boolean isVisible(AlarmRule rule, Caller caller) {
    if (caller.seesAllSites()) {
      return true; // also when its tag is gone
    }
    try {
      if (rule.assetId() != null) {
        return sites.covers(caller, new AssetId(rule.assetId()));
      }
      return rule.tagId() == null
          || sites.tag(caller, new TagId(rule.tagId())).id().value() == rule.tagId();
    } catch (Refusal hidden) {
      return false;
    }
  }
}
