package io.kunan.app.cli.potline;

import io.kunan.kernel.InputException;
import io.kunan.science.electrolysis.Bath;
import io.kunan.science.electrolysis.PotGeometry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A pot whose voltage is asked, read from a JSON file. Every field has to be there but LiF, MgF2
 * and KF, which are 0 when left out; a field that is not known is refused, so that a slip of the
 * pen does not pass for a default.
 */
record VoltageCase(
    double kiloamperes, double celsius, double distanceCm, Bath bath, PotGeometry pot) {
  private static final double MICRO = 1e-6;

  static VoltageCase read(Path file) {
    JsonNode root = parse(file);
    var fields = new Fields(file.toString(), root);
    fields.only(Set.of("kiloamperes", "celsius", "distanceCm", "bath", "pot"));
    return new VoltageCase(
        fields.number("kiloamperes", 1, 1000),
        fields.number("celsius", 0, 2000),
        fields.number("distanceCm", 0, 100),
        bath(fields.inside("bath")),
        pot(fields.inside("pot")));
  }

  private static JsonNode parse(Path file) {
    try {
      return JsonMapper.shared().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "cannot be read", "give the path of a JSON file", e);
    } catch (JacksonException e) {
      throw new InputException(
          "%s line %d".formatted(file, e.getLocation().getLineNr()),
          e.getOriginalMessage(),
          "write one JSON object",
          e);
    }
  }

  private static Bath bath(Fields in) {
    in.only(Set.of("alF3", "caF2", "al2O3", "liF", "mgF2", "kF"));
    return new Bath(
        in.number("alF3", 0, 50),
        in.number("caF2", 0, 50),
        in.number("al2O3", 0, 50),
        in.optional("liF", 0, 50),
        in.optional("mgF2", 0, 50),
        in.optional("kF", 0, 50));
  }

  private static PotGeometry pot(Fields in) {
    in.only(
        Set.of(
            "anodeAreaM2",
            "anodes",
            "fanning",
            "cathodeAreaM2",
            "anodeMicroOhms",
            "cathodeMicroOhms",
            "externalMicroOhms",
            "anodeEffectAlumina"));
    return new PotGeometry(
        in.number("anodeAreaM2", 1, 500),
        (int) in.number("anodes", 1, 200),
        in.number("fanning", 1, 2),
        in.number("cathodeAreaM2", 1, 500),
        MICRO * in.number("anodeMicroOhms", 0, 100),
        MICRO * in.number("cathodeMicroOhms", 0, 100),
        MICRO * in.number("externalMicroOhms", 0, 100),
        in.number("anodeEffectAlumina", 0, 5));
  }

  /** The fields of one JSON object, with the place named when one cannot be used. */
  private record Fields(String where, JsonNode node) {
    Fields {
      if (!node.isObject()) {
        throw new InputException(where, node.toString(), "write a JSON object here");
      }
    }

    void only(Set<String> known) {
      for (String name : node.propertyNames()) {
        if (!known.contains(name)) {
          throw new InputException(
              where + " " + name, "is not a field", "use " + String.join(", ", sorted(known)));
        }
      }
    }

    private static Iterable<String> sorted(Set<String> names) {
      return names.stream().sorted().toList();
    }

    Fields inside(String name) {
      return new Fields(where + " " + name, required(name));
    }

    double optional(String name, double low, double high) {
      return node.has(name) ? number(name, low, high) : 0;
    }

    double number(String name, double low, double high) {
      JsonNode value = required(name);
      if (!value.isNumber() || value.asDouble() < low || value.asDouble() > high) {
        throw new InputException(
            where + " " + name,
            value.toString(),
            "give a number from %s to %s".formatted(low, high));
      }
      return value.asDouble();
    }

    private JsonNode required(String name) {
      JsonNode value = node.get(name);
      if (value == null) {
        throw new InputException(where + " " + name, "is missing", "add the field");
      }
      return value;
    }
  }
}
