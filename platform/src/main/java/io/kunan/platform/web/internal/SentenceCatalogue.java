package io.kunan.platform.web.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the modules say, in Chinese: each brings a file {@code kunan/sentences.zh.json} of English
 * sentences with holes and their translations. A sentence is found by its words, so that it can
 * come from an engine that knows no languages, from a stream or from a row stored long ago.
 */
public final class SentenceCatalogue {
  /** Where a module keeps its sentences. */
  public static final String FILE = "kunan/sentences.zh.json";

  private static final int DEEPEST = 4;
  private static final int REMEMBERED = 5_000;

  private final Map<String, String> plain = new HashMap<>();
  private final List<SentencePattern> patterns = new ArrayList<>();
  private final Map<String, Optional<String>> remembered = new ConcurrentHashMap<>();

  private SentenceCatalogue(Map<String, String> sentences) {
    sentences.forEach(
        (english, chinese) -> {
          SentencePattern pattern = new SentencePattern(english, chinese);
          if (pattern.isPlain()) {
            plain.put(english, chinese);
          } else {
            patterns.add(pattern);
          }
        });
    patterns.sort(
        Comparator.comparingInt(SentencePattern::exactness)
            .reversed()
            .thenComparing(SentencePattern::english));
  }

  /** The catalogues of all modules on a class path. */
  public static SentenceCatalogue read(ClassLoader modules) {
    Map<String, String> all = new HashMap<>();
    JsonMapper json = new JsonMapper();
    try {
      for (URL file : Collections.list(modules.getResources(FILE))) {
        try (InputStream in = file.openStream()) {
          all.putAll(json.readValue(in, new TypeReference<Map<String, String>>() {}));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SentenceCatalogue(all);
  }

  /** A sentence, or several joined by a semicolon, in Chinese; null when it is not known. */
  public @Nullable String find(String english) {
    Optional<String> known = remembered.get(english);
    if (known == null) {
      known = Optional.ofNullable(new Depth(0).sentence(english));
      if (remembered.size() >= REMEMBERED) {
        remembered.clear();
      }
      remembered.put(english, known);
    }
    return known.orElse(null);
  }

  /** A place, part by part as far as its parts are known. */
  public String place(String english) {
    return Arrays.stream(english.split(", ", -1))
        .map(part -> Objects.requireNonNullElse(single(part, new Depth(0)), part))
        .collect(Collectors.joining("，"));
  }

  private @Nullable String single(String english, SentencePattern.Reader inner) {
    String whole = plain.get(english);
    if (whole != null) {
      return whole;
    }
    return first(pattern -> pattern.word(english, inner));
  }

  private @Nullable String first(Function<SentencePattern, @Nullable String> look) {
    for (SentencePattern pattern : patterns) {
      String said = look.apply(pattern);
      if (said != null) {
        return said;
      }
    }
    return null;
  }

  /** Sentences in sentences, not deeper than they are ever made. */
  private final class Depth implements SentencePattern.Reader {
    private final int depth;

    Depth(int depth) {
      this.depth = depth;
    }

    @Override
    public @Nullable String sentence(String english) {
      if (depth > DEEPEST || english.isEmpty()) {
        return null;
      }
      String whole = plain.get(english);
      Depth deeper = new Depth(depth + 1);
      whole = whole == null ? deeper.atPlace(english) : whole;
      whole = whole == null ? deeper.joined(english) : whole;
      whole = whole == null ? single(english, deeper) : whole;
      return whole == null ? first(one -> one.wordAround(english, deeper)) : whole;
    }

    /** Two sentences with a semicolon between; null unless both are known. */
    private @Nullable String joined(String english) {
      for (int at = english.lastIndexOf("; "); at > 0; at = english.lastIndexOf("; ", at - 1)) {
        String second = sentence(english.substring(at + 2));
        String first = second == null ? null : sentence(english.substring(0, at));
        if (first != null) {
          return first + "；" + second;
        }
      }
      return null;
    }

    /** What is said of a place that is known by its name, such as a field. */
    private @Nullable String atPlace(String english) {
      int end = english.indexOf(": ");
      if (end < 0 || !plain.containsKey(english.substring(0, end))) {
        return null;
      }
      String said = sentence(english.substring(end + 2));
      return said == null ? null : plain.get(english.substring(0, end)) + "：" + said;
    }

    @Override
    public String place(String english) {
      return SentenceCatalogue.this.place(english);
    }
  }
}
