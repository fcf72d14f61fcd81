package io.kunan.platform.connect.internal.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Quality;
import io.kunan.platform.connect.internal.broker.HeardSources.Source;
import io.kunan.platform.connect.internal.life.ToldValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.PropertySet;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.PropertyValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EdgeNodeTest {
  private static final long NOW = 1_763_620_000_000_000L;
  private final EdgeNode node = new EdgeNode("g/e");
  private final Log log = new Log();

  /** Writes down what a node says. */
  private static final class Log implements NodeFindings {
    private final Map<String, ToldValue> values = new HashMap<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, Long> deaths = new HashMap<>();
    private final List<String> rebirths = new ArrayList<>();
    private final List<String> rejections = new ArrayList<>();
    private int gaps;
    private int births;

    @Override
    public void born() {
      births++;
    }

    @Override
    public void described(Source source, ToldValue value, long bornMicros) {
      sources.put(source.id(), source);
      values.put(source.id(), value);
    }

    @Override
    public void value(String source, ToldValue value, boolean historical) {
      values.put(source, value);
    }

    @Override
    public void dead(String source, long timeMicros, String reason) {
      deaths.put(source, timeMicros);
    }

    @Override
    public void rebirthNeeded(String reason) {
      rebirths.add(reason);
    }

    @Override
    public void gap() {
      gaps++;
    }

    @Override
    public void rejected(String reason) {
      rejections.add(reason);
    }
  }

  private void say(String type, int seq, Metric.Builder... metrics) {
    Payload.Builder payload = Payload.newBuilder().setTimestamp(NOW / 1_000).setSeq(seq);
    for (Metric.Builder metric : metrics) {
      payload.addMetrics(metric);
    }
    String device = type.startsWith("D") ? "/d" : "";
    node.accept(
        SparkplugTopic.parse("spBv1.0/g/" + type + "/e" + device).orElseThrow(),
        payload.build(),
        NOW,
        log);
  }

  private static Metric.Builder number(String name, long alias, double value) {
    return Metric.newBuilder()
        .setName(name)
        .setAlias(alias)
        .setDatatype(DataType.Double_VALUE)
        .setDoubleValue(value);
  }

  private static Metric.Builder byAlias(long alias, double value) {
    return Metric.newBuilder().setAlias(alias).setDoubleValue(value);
  }

  private static Metric.Builder bdSeq(long value) {
    return Metric.newBuilder()
        .setName("bdSeq")
        .setDatatype(DataType.Int64_VALUE)
        .setLongValue(value);
  }

  private double value(String source) {
    return (Double) Objects.requireNonNull(log.values.get(source).raw());
  }

  @Test
  void birthsDefineWhatAliasesMean() {
    say("NBIRTH", 0, bdSeq(0), number("T", 1, 20));
    say("DBIRTH", 1, number("Temp/In", 2, 30));
    say("NDATA", 2, byAlias(1, 21));
    say("DDATA", 3, byAlias(2, 31));
    assertThat(value("g/e//T")).isEqualTo(21);
    assertThat(value("g/e/d/Temp/In")).isEqualTo(31);
    assertThat(log.sources.get("g/e/d/Temp/In").path())
        .containsExactly("g", "e", "d", "Temp", "In");
    assertThat(log.sources).doesNotContainKey("g/e//bdSeq");
    assertThat(log.rebirths).isEmpty();
    assertThat(log.births).isEqualTo(1);
  }

  @Test
  void theCountGoesOnAfter255() {
    say("NBIRTH", 0, bdSeq(0), number("T", 1, 0));
    for (int i = 1; i <= 600; i++) {
      say("NDATA", i & 0xFF, byAlias(1, i));
    }
    assertThat(value("g/e//T")).isEqualTo(600);
    assertThat(log.gaps).isZero();
  }

  @Test
  void afterAGapAliasesAreNotBelievedUntilTheNextBirth() {
    say("NBIRTH", 0, bdSeq(0), number("T", 1, 0), number("U", 2, 0));
    say("NDATA", 2, byAlias(1, 5), Metric.newBuilder().setName("U").setDoubleValue(6));
    assertThat(value("g/e//T")).isZero();
    assertThat(value("g/e//U")).isEqualTo(6);
    assertThat(log.gaps).isEqualTo(1);
    assertThat(log.rebirths).hasSize(1);
    assertThat(log.rejections.getFirst()).contains("alias 1");
    say("NBIRTH", 0, bdSeq(0), number("T", 2, 7), number("U", 1, 8));
    say("NDATA", 1, byAlias(1, 9));
    assertThat(value("g/e//U")).isEqualTo(9);
  }

  @Test
  void aMessageToldTwiceCountsOnce() {
    say("NBIRTH", 0, bdSeq(0), number("T", 1, 0));
    say("NDATA", 1, byAlias(1, 5));
    say("NDATA", 1, byAlias(1, 5));
    say("NDATA", 2, byAlias(1, 6));
    assertThat(log.gaps).isZero();
  }

  @Test
  void dataBeforeABirthOrOfUnknownMetricsAskForOne() {
    say("NDATA", 4, byAlias(1, 5));
    assertThat(log.values).isEmpty();
    say("NBIRTH", 0, bdSeq(0), number("T", 1, 0));
    say("DDATA", 1, byAlias(1, 5));
    say("NDATA", 2, byAlias(77, 5));
    assertThat(log.rebirths).hasSize(3);
    assertThat(log.rejections).hasSize(3);
  }

  @Test
  void aDeathCountsOnlyWithTheNumberOfItsBirth() {
    say("NBIRTH", 0, bdSeq(4), number("T", 1, 0));
    say("DBIRTH", 1, number("P", 2, 0));
    say("NDEATH", 0, bdSeq(3));
    assertThat(log.deaths).isEmpty();
    say("NDEATH", 0, bdSeq(4));
    assertThat(log.deaths).containsEntry("g/e//T", NOW).containsEntry("g/e/d/P", NOW);
    assertThat(node.isBorn()).isFalse();
  }

  @Test
  void aDeviceThatIsNotBornAgainIsDead() {
    say("NBIRTH", 0, bdSeq(0), number("T", 1, 0));
    say("DBIRTH", 1, number("P", 2, 0));
    say("NBIRTH", 0, bdSeq(0), number("T", 1, 0));
    assertThat(node.isMissingDevices(NOW + 9_000_000)).isFalse();
    assertThat(node.isMissingDevices(NOW + 11_000_000)).isTrue();
    node.giveUpMissing(log);
    assertThat(log.deaths).containsOnlyKeys("g/e/d/P");
    assertThat(node.isMissingDevices(NOW + 12_000_000)).isFalse();
  }

  static Stream<Arguments> datatypes() {
    return Stream.of(
        Arguments.of(DataType.Int8_VALUE, metric().setIntValue(0xFF), -1.0),
        Arguments.of(DataType.Int16_VALUE, metric().setIntValue(-300), -300.0),
        Arguments.of(DataType.Int32_VALUE, metric().setIntValue(-70_000), -70_000.0),
        Arguments.of(DataType.Int64_VALUE, metric().setLongValue(-5_000_000_000L), -5e9),
        Arguments.of(DataType.UInt8_VALUE, metric().setIntValue(200), 200.0),
        Arguments.of(DataType.UInt16_VALUE, metric().setIntValue(65_535), 65_535.0),
        Arguments.of(DataType.UInt32_VALUE, metric().setIntValue(-1), 4_294_967_295.0),
        Arguments.of(DataType.UInt32_VALUE, metric().setLongValue(4_294_967_295L), 4_294_967_295.0),
        Arguments.of(DataType.UInt64_VALUE, metric().setLongValue(-1), 0x1p64),
        Arguments.of(DataType.UInt64_VALUE, metric().setLongValue(42), 42.0),
        Arguments.of(DataType.Float_VALUE, metric().setFloatValue(1.5f), 1.5),
        Arguments.of(DataType.Double_VALUE, metric().setDoubleValue(955.25), 955.25),
        Arguments.of(DataType.DateTime_VALUE, metric().setLongValue(1_000), 1_000.0));
  }

  private static Metric.Builder metric() {
    return Metric.newBuilder();
  }

  @ParameterizedTest
  @MethodSource("datatypes")
  void readsEveryNumber(int datatype, Metric.Builder metric, double expected) {
    Number read = (Number) MetricValues.value(metric.build(), datatype);
    assertThat(Objects.requireNonNull(read).doubleValue()).isEqualTo(expected);
  }

  @Test
  void readsBooleansTextsNullsAndQualities() {
    assertThat(MetricValues.value(metric().setBooleanValue(true).build(), DataType.Boolean_VALUE))
        .isEqualTo(true);
    assertThat(MetricValues.value(metric().setStringValue("AUTO").build(), DataType.String_VALUE))
        .isEqualTo("AUTO");
    Metric nothing = metric().setIsNull(true).build();
    assertThat(MetricValues.value(nothing, DataType.Double_VALUE)).isNull();
    assertThat(MetricValues.quality(nothing)).isEqualTo(Quality.BAD);
    Metric stale =
        metric()
            .setDoubleValue(1)
            .setProperties(
                PropertySet.newBuilder()
                    .addKeys("Quality")
                    .addValues(PropertyValue.newBuilder().setIntValue(500)))
            .build();
    assertThat(MetricValues.quality(stale)).isEqualTo(Quality.UNCERTAIN_LAST_USABLE);
    assertThat(MetricValues.isUsable(DataType.DataSet_VALUE)).isFalse();
  }
}
