package io.kunan.plant.potline.internal;

import io.kunan.plant.potline.InjectedFault;
import java.util.ArrayList;
import java.util.List;

/** Remembers the faults that were injected; one list a pot, as pots run on several threads. */
final class FaultBook {
  private final List<List<InjectedFault>> ofPots = new ArrayList<>();
  private final Happening tell;

  FaultBook(int pots, Happening tell) {
    this.tell = tell;
    for (int p = -1; p < pots; p++) {
      ofPots.add(new ArrayList<>());
    }
  }

  /** Notes a fault of a pot, −1 for the line. */
  void note(InjectedFault.Kind kind, int p, long fromStep, long untilStep) {
    ofPots
        .get(p + 1)
        .add(new InjectedFault(kind, p, tell.micros(fromStep), tell.micros(untilStep)));
  }

  List<InjectedFault> all() {
    return ofPots.stream().flatMap(List::stream).toList();
  }
}
