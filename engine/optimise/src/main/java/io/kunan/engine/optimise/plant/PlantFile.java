package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.internal.files.PlantReader;
import io.kunan.engine.optimise.internal.files.PlantWriter;
import io.kunan.engine.optimise.internal.files.ReferenceReader;
import io.kunan.engine.optimise.internal.files.SourceText;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.kernel.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Plants and their plans as JSON files; docs/scenarios/scheduling.md describes the form. A plan
 * file holds its problem too, so that it can be explained and changed alone.
 */
public final class PlantFile {
  /** A problem and a plan for it. */
  public record Planned(PlantProblem problem, PlantPlan plan) {}

  private PlantFile() {}

  /**
   * Reads a plant, from a plant file or a plan file.
   *
   * @throws InputException with file, field, what was found and what is allowed
   */
  public static PlantProblem read(String path) {
    return PlantReader.problem(SourceText.read(path));
  }

  /** Reads a reference instance R1, R2 or R3 as a plant; its minutes may stand for hours. */
  public static PlantProblem readReference(String path) {
    return ReferenceReader.read(SourceText.read(path));
  }

  /** Reads a plan with its problem. */
  public static Planned readPlan(String path) {
    return PlantReader.plan(SourceText.read(path));
  }

  /**
   * Reads a plant out of a text.
   *
   * @param name of the text, for messages
   */
  public static PlantProblem parse(String name, String text) {
    return PlantReader.problem(source(name, text));
  }

  /** Reads a plan with its problem out of a text. */
  public static Planned parsePlan(String name, String text) {
    return PlantReader.plan(source(name, text));
  }

  /** Reads one order out of a text, for a plant that has its resources. */
  public static Order parseOrder(String name, String text, PlantProblem plant) {
    return PlantReader.order(source(name, text), plant);
  }

  private static SourceText source(String name, String text) {
    return new SourceText(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A plant as a text that can be read again. */
  public static String text(PlantProblem problem) {
    return PlantWriter.text(problem);
  }

  /** A plan with its problem as a text that can be read again. */
  public static String planText(PlantProblem problem, PlantPlan plan) {
    return PlantWriter.planText(problem, plan);
  }

  /** Reads the operations of a plan file as a plan of another problem. */
  public static PlantPlan readPlan(String path, PlantProblem problem) {
    return PlantReader.plan(SourceText.read(path), problem);
  }

  /** Reads one order that is to be promised, for a plant that has its resources. */
  public static Order readOrder(String path, PlantProblem plant) {
    return PlantReader.order(SourceText.read(path), plant);
  }

  /** Writes a plant. */
  public static void write(Path file, PlantProblem problem) {
    PlantWriter.write(file, problem);
  }

  /** Writes a plan with its problem. */
  public static void writePlan(Path file, PlantProblem problem, PlantPlan plan) {
    PlantWriter.writePlan(file, problem, plan);
  }
}
