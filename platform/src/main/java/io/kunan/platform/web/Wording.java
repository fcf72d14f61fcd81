package io.kunan.platform.web;

import io.kunan.kernel.Sentence;
import io.kunan.platform.web.internal.SentenceCatalogue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Puts the sentences of the server, which are made in English, into the language of the reader:
 * that of the request now served.
 */
@Component
public class Wording {
  private final SentenceCatalogue chinese;

  public Wording() {
    this.chinese = SentenceCatalogue.read(Wording.class.getClassLoader());
  }

  /** A sentence for the reader of this request. What no catalogue knows stays as it is. */
  public String say(@Sentence String english) {
    return say(english, LocaleContextHolder.getLocale());
  }

  /** A sentence for a reader of a language. */
  public String say(@Sentence String english, Locale reader) {
    if (!reader.getLanguage().equals(Locale.CHINESE.getLanguage())) {
      return english;
    }
    String known = chinese.find(english);
    return known == null ? english : known;
  }

  /** Where something stands, such as a field, a file or a line. */
  public @Nullable String place(@Nullable String english, Locale reader) {
    return english == null || !reader.getLanguage().equals(Locale.CHINESE.getLanguage())
        ? english
        : chinese.place(english);
  }
}
