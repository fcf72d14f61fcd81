package io.kunan.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How every command answers; mix it into a command with {@code @Mixin}. With {@code --json} stdout
 * holds one JSON document and nothing else, without it a table for people. Remarks and progress
 * always go to stderr.
 */
public final class Answers {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Option(names = "--json", description = "Print one JSON document instead of a table.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** Whether the answer is for a program. */
  public boolean isJson() {
    return json;
  }

  /** Prints the answer: the record as JSON, or the table. */
  public void print(Object answer, TextTable... tables) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JSON.writeValueAsString(answer));
    } else {
      List<String> lines = new ArrayList<>();
      for (TextTable table : tables) {
        lines.addAll(table.lines());
      }
      lines.forEach(out::println);
    }
    out.flush();
  }

  /** How far long work is, on stderr; to be closed before anything else is said there. */
  public TerminalProgress progress() {
    return new TerminalProgress(spec.commandLine().getErr());
  }

  /**
   * Prints an answer that is too long to be held as one JSON document: the fields of a record, then
   * a list whose entries are written as they come.
   *
   * @param head record of the fields before the list
   * @param list name of the list
   * @param entries gives one entry after the other to the sink it is called with
   */
  public <T> void printJson(Object head, String list, Consumer<Consumer<T>> entries) {
    PrintWriter out = spec.commandLine().getOut();
    try (JsonGenerator document =
        JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out)) {
      document.writeStartObject();
      JSON.valueToTree(head)
          .forEachEntry((name, value) -> document.writeName(name).writePOJO(value));
      document.writeName(list).writeStartArray();
      entries.accept(document::writePOJO);
      document.writeEndArray().writeEndObject();
    }
    out.println();
    out.flush();
  }

  /** Whether nobody reads the answer any more, as when it is piped into a command that ended. */
  public boolean isUnread() {
    return spec.commandLine().getOut().checkError();
  }

  /** A remark for people, on stderr. */
  public void remark(String text) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(text);
    err.flush();
  }
}
