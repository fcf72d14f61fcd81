package io.kunan.platform.web.internal;

import io.kunan.kernel.Sentence;
import io.kunan.platform.web.Wording;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/** Writes what is marked with {@link Sentence} in the language of the reader. */
final class SentenceModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  private final transient ValueSerializer<String> sentences;

  SentenceModule(Wording wording) {
    super("kunan-sentences");
    this.sentences = new SentenceSerializer(wording);
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.insertAnnotationIntrospector(new Marks(sentences));
  }

  private static final class Marks extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private final transient ValueSerializer<String> sentences;

    Marks(ValueSerializer<String> sentences) {
      this.sentences = sentences;
    }

    @Override
    public @Nullable Object findSerializer(MapperConfig<?> config, Annotated found) {
      boolean marked = found.hasAnnotation(Sentence.class);
      return marked && found.getRawType() == String.class ? sentences : null;
    }
  }

  private static final class SentenceSerializer extends ValueSerializer<String> {
    private final Wording wording;

    SentenceSerializer(Wording wording) {
      this.wording = wording;
    }

    @Override
    public void serialize(String sentence, JsonGenerator json, SerializationContext context) {
      json.writeString(wording.say(sentence));
    }
  }
}
