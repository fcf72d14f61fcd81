package io.kunan.platform.assets.web;

import io.kunan.platform.assets.Tag;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** By what tags are sorted. */
enum TagOrder {
  NAME,
  LABEL_ZH,
  LABEL_EN,
  LIMIT,
  KIND;

  /** Missing limits come last in both directions; equals stand by name. */
  Comparator<Tag> comparator(boolean down) {
    Comparator<Tag> order =
        switch (this) {
          case NAME -> turned(Tag::name, Comparator.naturalOrder(), down);
          case LABEL_ZH -> turned(tag -> tag.traits().label().zh(), words(Locale.CHINA), down);
          case LABEL_EN -> turned(tag -> tag.traits().label().en(), words(Locale.ENGLISH), down);
          case LIMIT -> turned(TagOrder::limit, Comparator.naturalOrder(), down);
          case KIND -> turned(TagOrder::kind, Comparator.naturalOrder(), down);
        };
    return order.thenComparing(Tag::name);
  }

  private static <K> Comparator<Tag> turned(
      Function<Tag, @Nullable K> key, Comparator<K> order, boolean down) {
    return Comparator.comparing(key, Comparator.nullsLast(down ? order.reversed() : order));
  }

  private static Comparator<String> words(Locale language) {
    return Collator.getInstance(language)::compare;
  }

  private static @Nullable Double limit(Tag tag) {
    Double low = tag.traits().limitLow();
    return low == null ? tag.traits().limitHigh() : low;
  }

  /** A line, then steps, then words. */
  private static Integer kind(Tag tag) {
    return tag.traits().states().isEmpty() ? (tag.traits().step() ? 1 : 0) : 2;
  }
}
