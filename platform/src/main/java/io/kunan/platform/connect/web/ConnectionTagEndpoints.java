package io.kunan.platform.connect.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Sentence;
import io.kunan.kernel.TagId;
import io.kunan.platform.connect.Overheard;
import io.kunan.platform.connect.ServerNode;
import io.kunan.platform.connect.TagHealth;
import io.kunan.platform.connect.internal.ConnectionAdmin;
import io.kunan.platform.connect.internal.ConnectionTags;
import io.kunan.platform.connect.internal.TagImport;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Listing;
import io.kunan.platform.web.Paging;
import io.kunan.platform.web.Refusal;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tags of a connection, and the server's nodes that may become some. */
@RestController
@RequestMapping("/api/connections/{id}")
class ConnectionTagEndpoints {
  private final ConnectionAdmin admin;
  private final ConnectionTags tags;
  private final TagImport imports;
  private final Clock clock;

  ConnectionTagEndpoints(
      ConnectionAdmin admin, ConnectionTags tags, TagImport imports, Clock clock) {
    this.admin = admin;
    this.tags = tags;
    this.imports = imports;
    this.clock = clock;
  }

  /**
   * A node of the server, or what a broker told of.
   *
   * @param kind FOLDER or VARIABLE
   * @param tagId the tag it feeds; absent when it feeds none
   * @param sample what it said last; absent for servers, which are not asked for it
   * @param refusal why it cannot become a tag; absent when it can
   */
  @Schema(name = "ConnectionNode")
  record NodeView(
      String nodeId,
      String browseName,
      String displayName,
      @Schema(allowableValues = {"FOLDER", "VARIABLE"}) String kind,
      @Nullable String dataType,
      @Nullable String unit,
      boolean hasChildren,
      @Nullable Integer tagId,
      @Nullable String sample,
      @Sentence @Nullable String refusal) {}

  /**
   * What to import.
   *
   * @param nodes ids of folders and variables
   * @param assetId where the tags belong
   */
  @Schema(name = "ConnectionImport")
  record ImportOrder(
      @NotEmpty List<String> nodes, @Positive int assetId, @Nullable Boolean recursive) {}

  /**
   * A tag of a connection.
   *
   * @param problem why it has no usable value; absent when all is well
   */
  @Schema(name = "ConnectionTag")
  record TagView(
      int tagId,
      String name,
      String nodeId,
      @Nullable Instant lastTime,
      @Nullable Double ageSeconds,
      @Nullable Integer quality,
      boolean stale,
      @Sentence @Nullable String problem) {}

  /**
   * Messages that could not be used, newest first.
   *
   * @param total how many there were; the last are listed
   */
  @Schema(name = "ConnectionRejections")
  record Rejections(long total, List<Overheard.RejectedMessage> items) {}

  @GetMapping("/rejected")
  @Requires(Role.ENGINEER)
  Rejections rejected(@PathVariable int id, Caller caller) {
    caller.requireAllSites();
    admin.get(id);
    return tags.overheard(id)
        .map(heard -> new Rejections(heard.rejectedCount(), heard.rejected()))
        .orElse(new Rejections(0, List.of()));
  }

  @GetMapping("/browse")
  @Requires(Role.ENGINEER)
  List<NodeView> browse(
      @PathVariable int id, @RequestParam(required = false) @Nullable String node, Caller caller) {
    caller.requireAllSites();
    Map<String, TagId> fed = tags.byNode(id);
    return tags.children(admin.get(id), node).stream()
        .map(each -> view(each, fed.get(each.nodeId())))
        .toList();
  }

  @PostMapping("/import")
  @Requires(Role.ENGINEER)
  TagImport.Report importTags(
      @PathVariable int id, @Valid @RequestBody ImportOrder body, Caller caller) {
    caller.requireAllSites();
    boolean recursive = body.recursive() == null || body.recursive();
    return imports.run(id, body.nodes(), new AssetId(body.assetId()), recursive);
  }

  @GetMapping("/tags")
  @Requires(Role.VIEWER)
  Listing<TagView> list(
      @PathVariable int id,
      @RequestParam(required = false) @Nullable String query,
      @RequestParam(defaultValue = "false") boolean stale,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Caller caller) {
    Paging paging = new Paging(page, size);
    if (!tags.isVisible(id, caller)) {
      throw Refusal.notFound("Connection " + id);
    }
    admin.get(id);
    List<ConnectionTags.Entry> chosen =
        tags.list(id, caller).stream()
            .filter(entry -> !stale || entry.health().stale())
            .filter(entry -> query == null || entry.mentions(query))
            .toList();
    Listing<ConnectionTags.Entry> shown = Listing.cut(chosen, paging);
    return new Listing<>(shown.items().stream().map(this::view).toList(), shown.total());
  }

  private static NodeView view(ServerNode node, @Nullable TagId tag) {
    return new NodeView(
        node.nodeId(),
        node.browseName(),
        node.displayName(),
        node.variable() ? "VARIABLE" : "FOLDER",
        node.dataType(),
        node.unit(),
        !node.variable(),
        tag == null ? null : tag.value(),
        node.sample(),
        node.refusal());
  }

  private TagView view(ConnectionTags.Entry entry) {
    TagHealth health = entry.health();
    Instant last = health.lastTime() == null ? null : Micros.toInstant(health.lastTime());
    return new TagView(
        health.tag().value(),
        entry.name(),
        health.nodeId(),
        last,
        last == null ? null : (clock.millis() - last.toEpochMilli()) / 1_000.0,
        last == null ? null : (int) health.quality(),
        health.stale(),
        health.problem());
  }
}
