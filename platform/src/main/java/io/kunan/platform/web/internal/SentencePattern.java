package io.kunan.platform.web.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An English sentence with holes, and the same in Chinese. A hole is {@code {1}} for a value, which
 * stays as it is, {@code <1>} for another sentence, or {@code [1]} for a place, which is put into
 * Chinese as far as it is known.
 */
final class SentencePattern {
  private static final Pattern HOLE = Pattern.compile("\\{\\d}|<\\d>|\\[\\d]");

  /** How the holes of a sentence are put into Chinese. */
  interface Reader {
    @Nullable String sentence(String english);

    String place(String english);
  }

  private final String english;
  private final String chinese;
  private final List<String> texts = new ArrayList<>();
  private final List<String> holes = new ArrayList<>();
  private final int letters;

  SentencePattern(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
    Matcher hole = HOLE.matcher(english);
    int end = 0;
    while (hole.find()) {
      texts.add(english.substring(end, hole.start()));
      holes.add(hole.group());
      end = hole.end();
    }
    texts.add(english.substring(end));
    letters = texts.stream().mapToInt(String::length).sum();
  }

  String english() {
    return english;
  }

  boolean isPlain() {
    return holes.isEmpty();
  }

  /** Characters that must be just so; of two patterns that fit the one with more is meant. */
  int exactness() {
    return letters;
  }

  /** The sentence in Chinese; null when it is another one, or says a sentence nobody knows. */
  @Nullable String word(String sentence, Reader reader) {
    return word(sentence, reader::sentence, reader);
  }

  /** The same, but a sentence from elsewhere that stands in it stays as it is. */
  @Nullable String wordAround(String sentence, Reader reader) {
    boolean hasWords = texts.stream().anyMatch(text -> text.chars().anyMatch(Character::isLetter));
    return hasWords
        ? word(sentence, inner -> Objects.requireNonNullElse(reader.sentence(inner), inner), reader)
        : null;
  }

  private @Nullable String word(
      String sentence, UnaryOperator<@Nullable String> inner, Reader reader) {
    if (!sentence.startsWith(texts.getFirst()) || !sentence.endsWith(texts.getLast())) {
      return null;
    }
    String[] values = new String[holes.size()];
    return fits(sentence, 0, texts.getFirst().length(), values, inner, reader)
        ? filled(values)
        : null;
  }

  /** Whether holes from one on can be filled from a place in the sentence on; the shortest wins. */
  private boolean fits(
      String sentence,
      int hole,
      int from,
      String[] values,
      UnaryOperator<@Nullable String> inner,
      Reader reader) {
    if (hole == holes.size()) {
      return from == sentence.length();
    }
    String next = texts.get(hole + 1);
    boolean last = hole + 1 == holes.size();
    int at = last ? sentence.length() - next.length() : sentence.indexOf(next, from);
    while (at >= from) {
      String value = value(holes.get(hole), sentence.substring(from, at), inner, reader);
      if (value != null) {
        values[hole] = value;
        if (fits(sentence, hole + 1, at + next.length(), values, inner, reader)) {
          return true;
        }
      }
      at = last ? -1 : sentence.indexOf(next, at + 1);
    }
    return false;
  }

  private static @Nullable String value(
      String hole, String found, UnaryOperator<@Nullable String> inner, Reader reader) {
    return switch (hole.charAt(0)) {
      case '<' -> inner.apply(found);
      case '[' -> reader.place(found);
      default -> found;
    };
  }

  private String filled(String[] values) {
    Matcher hole = HOLE.matcher(chinese);
    return hole.replaceAll(
        found -> Matcher.quoteReplacement(values[found.group().charAt(1) - '1']));
  }
}
