package io.kunan.app.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.platform.web.Wording;
import io.kunan.platform.web.internal.SentenceCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the server says to a person is said in the person's language. */
class SentencesTest {
  /** What can speak to a reader of a page. Vision and science are spoken to by commands only. */
  private static final List<String> MODULES =
      List.of(
          "kernel",
          "engine/files",
          "engine/history",
          "engine/learn",
          "engine/stream",
          "engine/optimise",
          "platform",
          "scenario/potline",
          "scenario/scheduling");

  /** Sources whose sentences come before there is a page, or from commands only. */
  private static final Pattern NEVER_ON_A_PAGE =
      Pattern.compile(
          ".*/(platform/(database|home)|engine/optimise/internal/(exact|files|flow|shop))/.*");

  /** Made by the frame around a sentence, where no parameter can be marked. */
  private static final Set<String> FRAMES = Set.of("[1]: <2>", "it is not ready before {1}");

  /** Names and figures that are shown as they are, or what was marked when it was stored. */
  private static final Set<String> NAMES =
      Set.of(
          "BarMoves",
          "ImportDesk",
          "ImportReader",
          "ImportStore",
          "Instance",
          "JobSet",
          "PlanRuns",
          "PlantSolver",
          "ProblemAdvice",
          "SentenceModule",
          "StoredModels");

  private static final Pattern HOLE = Pattern.compile("\\{\\d}|<\\d>|\\[\\d]");
  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

  private static SortedMap<String, Set<String>> made = new TreeMap<>();
  private static final Map<String, String> known = new TreeMap<>();
  private static final Wording wording = new Wording();

  @BeforeAll
  static void readSourcesAndCatalogues() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !NEVER_ON_A_PAGE.matcher(file.toString()).matches())
            .forEach(sources::add);
      }
    }
    try (Stream<Path> demo = Files.walk(Path.of("src/main/java/io/kunan/app/demo"))) {
      demo.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
    }
    made = SentenceSources.of(sources, System.getProperty("java.class.path"));
    var json = new JsonMapper();
    for (URL file :
        Collections.list(Wording.class.getClassLoader().getResources(SentenceCatalogue.FILE))) {
      try (InputStream in = file.openStream()) {
        Map<String, String> one = json.readValue(in, new TypeReference<Map<String, String>>() {});
        assertThat(known).as("said by two modules, %s is one", file).doesNotContainKeys(keys(one));
        known.putAll(one);
      }
    }
  }

  private static String[] keys(Map<String, String> catalogue) {
    return catalogue.keySet().toArray(String[]::new);
  }

  @Test
  void everySentenceHasItsTranslation() {
    Map<String, Set<String>> untold = new TreeMap<>();
    made.forEach(
        (sentence, places) -> {
          if (hasWords(sentence) && !known.containsKey(sentence)) {
            untold.put(sentence, places);
          }
        });
    assertThat(untold)
        .as("add their translations to kunan/sentences.zh.json of the module")
        .isEmpty();
  }

  /** Letters, or a sentence inside: the rest is figures and names. */
  private static boolean hasWords(String sentence) {
    return !sentence.equals(Templates.UNSEEN)
        && (sentence.matches("(?s).+<\\d>.*|<\\d>.+") || hasLetters(sentence));
  }

  private static boolean hasLetters(String sentence) {
    return HOLE.matcher(sentence).replaceAll("").chars().anyMatch(Character::isLetter);
  }

  @Test
  void whatASentenceSaysIsSeenInTheSources() {
    Set<String> unseen = new TreeSet<>(made.getOrDefault(Templates.UNSEEN, Set.of()));
    unseen.removeIf(place -> NAMES.contains(place.replaceAll("\\.java.*", "")));
    assertThat(unseen).as("mark with @Sentence what comes here").isEmpty();
  }

  @Test
  void noTranslationIsOfASentenceThatNobodySays() {
    Set<String> dead = new TreeSet<>(known.keySet());
    dead.removeAll(made.keySet());
    dead.removeAll(FRAMES);
    assertThat(dead).isEmpty();
  }

  @Test
  void everyTranslationKeepsTheValuesAndIsFoundByItsSentence() {
    known.forEach(
        (english, chinese) -> {
          assertThat(holes(chinese)).as(english).isEqualTo(holes(english));
          if (!hasLetters(english)) {
            return; // it fits only around a sentence
          }
          String said = filled(english);
          assertThat(wording.say(said, CHINESE)).as(english).isEqualTo(filled(chinese));
          assertThat(wording.say(said, Locale.ENGLISH)).isEqualTo(said);
        });
  }

  private static Set<String> holes(String sentence) {
    Set<String> holes = new TreeSet<>();
    HOLE.matcher(sentence).results().forEach(hole -> holes.add(hole.group()));
    return holes;
  }

  private static String filled(String sentence) {
    return HOLE.matcher(sentence).replaceAll(hole -> "X" + hole.group().charAt(1));
  }

  @Test
  void sentencesStandInSentences() {
    assertThat(wording.say("Asset 7 does not exist", CHINESE)).isEqualTo("资产 7 不存在");
    assertThat(wording.say("limit: is missing; fill it in", CHINESE)).isEqualTo("限值：缺失；请填写");
    assertThat(wording.say("no row can be used; the first reason: a word of elsewhere", CHINESE))
        .isEqualTo("没有一行可用；第一处原因：a word of elsewhere");
    assertThat(wording.say("The sky is green", CHINESE)).isEqualTo("The sky is green");
  }
}
