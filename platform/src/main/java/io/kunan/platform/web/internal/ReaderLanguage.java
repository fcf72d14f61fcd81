package io.kunan.platform.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a request's reader, Chinese or English: that of the header Accept-Language, or of
 * the parameter {@code lang} where a browser lets no header be set, as for event streams and files.
 * A program that says nothing reads English.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
public final class ReaderLanguage implements LocaleResolver {
  /** The language of a request. */
  public static Locale of(HttpServletRequest request) {
    String asked = request.getMethod().equals("GET") ? request.getParameter("lang") : null;
    if (asked == null && request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      return Locale.ENGLISH;
    }
    String language =
        asked == null
            ? request.getLocale().getLanguage()
            : Locale.forLanguageTag(asked).getLanguage();
    return language.equals(Locale.CHINESE.getLanguage())
        ? Locale.SIMPLIFIED_CHINESE
        : Locale.ENGLISH;
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return of(request);
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("every request says its language");
  }
}
