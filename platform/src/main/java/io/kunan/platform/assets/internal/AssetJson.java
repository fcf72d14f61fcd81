package io.kunan.platform.assets.internal;

import io.kunan.kernel.InputException;
import java.io.OutputStream;
import java.io.Reader;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON document {@code {"templates": […], "assets": […], "tags": […]}}. */
@Component
class AssetJson {
  private final JsonMapper json;

  AssetJson(JsonMapper json) {
    this.json = json;
  }

  private record Document(
      List<TemplateLine> templates, List<AssetLine> assets, List<TagLine> tags) {}

  /** What a reader does with entries; lines are those of the file. */
  interface Taker {
    void template(TemplateLine template, long line);

    void asset(AssetLine asset, long line);

    void tag(TagLine tag, long line);

    void reject(long line, String reason);
  }

  void write(
      List<TemplateLine> templates, List<AssetLine> assets, List<TagLine> tags, OutputStream to) {
    json.writerWithDefaultPrettyPrinter().writeValue(to, new Document(templates, assets, tags));
  }

  void read(Reader from, Taker taker) {
    try (JsonParser parser = json.createParser(from)) {
      expect(parser.nextToken(), JsonToken.START_OBJECT, parser);
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        expect(parser.nextToken(), JsonToken.START_ARRAY, parser);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          entry(name, parser, taker);
        }
      }
    } catch (JacksonException e) {
      throw new InputException(
          "line " + e.getLocation().getLineNr(),
          "is no JSON: " + e.getOriginalMessage(),
          "send a file as the export writes it",
          e);
    }
  }

  private void entry(String list, JsonParser parser, Taker taker) {
    long line = parser.currentTokenLocation().getLineNr();
    // Read as a tree first: a wrong value inside must not lose the place in the file.
    JsonNode tree =
        json.readerFor(JsonNode.class)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .readValue(parser);
    try {
      switch (list) {
        case "templates" -> taker.template(json.treeToValue(tree, TemplateLine.class), line);
        case "assets" -> taker.asset(json.treeToValue(tree, AssetLine.class), line);
        case "tags" -> taker.tag(json.treeToValue(tree, TagLine.class), line);
        default ->
            taker.reject(line, "“%s” is neither templates nor assets nor tags".formatted(list));
      }
    } catch (JacksonException e) {
      taker.reject(line, e.getOriginalMessage());
    }
  }

  private static void expect(JsonToken found, JsonToken wanted, JsonParser parser) {
    if (found != wanted) {
      throw new InputException(
          "line " + parser.currentLocation().getLineNr(),
          "is not as the export writes it",
          "send {\"templates\": […], \"assets\": […], \"tags\": […]}");
    }
  }
}
