package io.kunan.platform.models.internal;

import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.models.GateVerdict;
import io.kunan.platform.models.Model;
import io.kunan.platform.models.ModelAlias;
import io.kunan.platform.models.ModelVersion;
import io.kunan.platform.models.TrainingRecord;
import io.kunan.platform.web.Refusal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds versions and decides which serves; every change stands in the audit trail. */
@Component
public class VersionBook {
  private final VersionStore store;
  private final AuditTrail audit;
  private final Clock clock;

  VersionBook(VersionStore store, AuditTrail audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** Keeps what was learned and gives it the part that the gate allows. */
  @Transactional
  public int keep(Model model, String fileHash, TrainingRecord record) {
    int version = store.add(model.id(), clock.instant(), fileHash, record);
    Optional<ModelVersion> champion = store.find(model.id(), ModelAlias.CHAMPION);
    GateVerdict verdict = PromotionGate.judge(record, champion.orElse(null));
    ModelAlias part =
        !verdict.passed()
            ? ModelAlias.SHADOW
            : champion.isPresent() ? ModelAlias.CANDIDATE : ModelAlias.CHAMPION;
    store.play(model.id(), version, part, clock.instant());
    audit.record(
        "MODEL_TRAINED",
        "model %d %s".formatted(model.id(), model.definition().code()),
        Map.of("version", version, "alias", part, "gate", verdict));
    return version;
  }

  /** What the gate says of a version now; 404 for an unknown one. */
  public GateVerdict gate(int model, int version) {
    ModelVersion asked = get(model, version);
    ModelVersion champion =
        store
            .find(model, ModelAlias.CHAMPION)
            .filter(other -> other.version() != version)
            .orElse(null);
    return PromotionGate.judge(asked.record(), champion);
  }

  /**
   * Lets a version serve from now on.
   *
   * @throws Refusal 409 with the gate's reasons when it did not pass, or when it serves already
   */
  @Transactional
  public ModelVersion promote(Model model, int version, String reason) {
    ModelVersion asked = get(model.id(), version);
    if (asked.alias() == ModelAlias.CHAMPION) {
      throw Refusal.conflict(
          "Version %d serves already".formatted(version), "promote another version");
    }
    GateVerdict verdict = gate(model.id(), version);
    if (!verdict.passed()) {
      throw Refusal.conflict(
          "The gate does not let version %d pass: %s".formatted(version, verdict.reasons()),
          "train on more or better data, or look for inputs that tell more");
    }
    int before = store.find(model.id(), ModelAlias.CHAMPION).map(ModelVersion::version).orElse(0);
    store.play(model.id(), version, ModelAlias.CHAMPION, clock.instant());
    audit.record(
        "MODEL_PROMOTED",
        "model %d %s".formatted(model.id(), model.definition().code()),
        Map.of("version", version, "before", before, "reason", reason));
    return get(model.id(), version);
  }

  /** A version, or 404. */
  public ModelVersion get(int model, int version) {
    return store
        .find(model, version)
        .orElseThrow(() -> Refusal.notFound("Version %d of model %d".formatted(version, model)));
  }
}
