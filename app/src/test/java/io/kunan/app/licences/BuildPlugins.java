package io.kunan.app.licences;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The Maven plugins and annotation processors named in our POMs, with the licence their own POM or
 * its parent states, read from the local repository the build just used.
 */
final class BuildPlugins {
  private final Path repository;
  private final XPath paths = XPathFactory.newInstance().newXPath();

  BuildPlugins(Path repository) {
    this.repository = repository;
  }

  SortedSet<Component> of(Path pom) throws Exception {
    SortedSet<Component> found = new TreeSet<>();
    Document document = parse(pom);
    NodeList nodes = nodes(document, "//plugin[version] | //annotationProcessorPaths/path");
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      String group = text(node, "groupId");
      String artifact = text(node, "artifactId");
      String version = resolve(document, text(node, "version"));
      found.add(new Component(group + ":" + artifact, version, licences(group, artifact, version)));
    }
    return found;
  }

  private String resolve(Document document, String version) throws Exception {
    return version.startsWith("${")
        ? text(document, "/project/properties/" + version.substring(2, version.length() - 1))
        : version;
  }

  private List<String> licences(String group, String artifact, String version) throws Exception {
    Path pom =
        repository
            .resolve(group.replace('.', '/'))
            .resolve(artifact)
            .resolve(version)
            .resolve(artifact + "-" + version + ".pom");
    if (!Files.exists(pom)) {
      return List.of();
    }
    Document document = parse(pom);
    NodeList names = nodes(document, "/project/licenses/license/name");
    List<String> licences = new ArrayList<>();
    for (int i = 0; i < names.getLength(); i++) {
      licences.add(names.item(i).getTextContent().strip());
    }
    if (!licences.isEmpty() || nodes(document, "/project/parent").getLength() == 0) {
      return licences;
    }
    return licences(
        text(document, "/project/parent/groupId"),
        text(document, "/project/parent/artifactId"),
        text(document, "/project/parent/version"));
  }

  private NodeList nodes(Object from, String path) throws Exception {
    return (NodeList) paths.evaluate(path, from, XPathConstants.NODESET);
  }

  private String text(Object from, String path) throws Exception {
    return paths.evaluate(path, from).strip();
  }

  private static Document parse(Path file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(file.toFile());
  }
}
