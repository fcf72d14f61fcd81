package io.kunan.platform.web.internal;

import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** JSON as the console reads it, and the caller as a parameter. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  private final JsonMapper json;
  private final Wording wording;

  WebConfiguration(JsonMapper json, Wording wording) {
    this.json = json;
    this.wording = wording;
  }

  /**
   * What goes to a reader is in the reader's language. Only there: the mapper of the stores writes
   * sentences as they were made.
   */
  @Override
  public void configureMessageConverters(ServerBuilder converters) {
    converters.withJsonConverter(
        new JacksonJsonHttpMessageConverter(
            json.rebuild().addModule(new SentenceModule(wording)).build()));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new CallerResolver());
  }

  /** JSON knows no NaN: a missing number is null, for a value alone as in a column. */
  @Bean
  static JsonMapperBuilderCustomizer missingNumbersAreNull() {
    return json ->
        json.addModule(
            new SimpleModule("kunan-numbers")
                .addSerializer(double[].class, new NumberColumnSerializer())
                .addSerializer(Double.class, new NumberSerializer())
                .addSerializer(double.class, new NumberSerializer()));
  }

  private static final class CallerResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binder) {
      Authentication login = SecurityContextHolder.getContext().getAuthentication();
      if (login != null && login.getPrincipal() instanceof Caller caller) {
        return caller;
      }
      throw new IllegalStateException(
          parameter.getMethod() + " asks for a Caller but is open to all");
    }
  }
}
