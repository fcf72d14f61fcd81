package io.kunan.platform.home;

/** What an installation is for. */
public enum Mode {
  /** A plant works with it. */
  NORMAL,
  /** It shows a virtual plant, says so on every page, and keeps its own password at hand. */
  DEMO
}
