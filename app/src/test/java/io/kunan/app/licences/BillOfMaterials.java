package io.kunan.app.licences;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads CycloneDX documents, npm locks and what a bundler tells of its bundle. */
final class BillOfMaterials {
  private static final JsonMapper JSON = JsonMapper.shared();

  private BillOfMaterials() {}

  /** The components of a CycloneDX document that are not ours. */
  static SortedSet<Component> ofCycloneDx(Path file) {
    SortedSet<Component> components = new TreeSet<>();
    for (JsonNode node : JSON.readTree(file.toFile()).path("components")) {
      String group = node.path("group").asString("");
      if (!group.equals("io.kunan")) {
        components.add(
            new Component(
                (group.isEmpty() ? "" : group + ":") + node.path("name").asString(),
                node.path("version").asString(),
                licences(node)));
      }
    }
    return components;
  }

  private static List<String> licences(JsonNode node) {
    List<String> licences = new ArrayList<>();
    for (JsonNode entry : node.path("licenses")) {
      JsonNode licence = entry.path("license");
      licences.add(
          entry.has("expression")
              ? entry.path("expression").asString()
              : licence.path("id").asString(licence.path("name").asString("")));
    }
    return licences;
  }

  /** What the bundler put into the console's files, by its own account. */
  static SortedSet<Component> ofBundle(Path file) {
    SortedSet<Component> components = new TreeSet<>();
    for (JsonNode node : JSON.readTree(file.toFile())) {
      components.add(
          new Component(
              node.path("name").asString(),
              node.path("version").asString(),
              List.of(node.path("identifier").asString("none stated"))));
    }
    return components;
  }

  /** The packages of an npm lock that only build and test. */
  static SortedSet<Component> toolsOfNpmLock(Path file) {
    SortedSet<Component> components = new TreeSet<>();
    JsonNode packages = JSON.readTree(file.toFile()).path("packages");
    packages.forEachEntry(
        (path, node) -> {
          boolean development =
              node.path("dev").asBoolean(false) || node.path("devOptional").asBoolean(false);
          if (!path.isEmpty() && node.has("version") && development) {
            String name = path.substring(path.lastIndexOf("node_modules/") + 13);
            components.add(
                new Component(
                    name,
                    node.path("version").asString(),
                    List.of(node.path("license").asString("none stated"))));
          }
        });
    return components;
  }
}
