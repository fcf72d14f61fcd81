package io.kunan.scenario.scheduling.internal;

/** What a version of a plan is. */
public enum PlanState {
  /** Nobody works by it. */
  DRAFT,
  /** The plan in force; one of each plant. */
  PUBLISHED,
  /** It was in force. */
  SUPERSEDED
}
