package io.kunan.platform.connect.internal.sparkplug;

import io.kunan.kernel.Quality;
import io.kunan.platform.connect.internal.life.ToldValue;
import java.util.Optional;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.PropertySet;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.PropertyValue;
import org.jspecify.annotations.Nullable;

/** Values, qualities and properties of metrics. */
final class MetricValues {
  /** Values of the property Quality in Sparkplug 3.0, chapter 6. */
  private static final int GOOD = 192;

  private static final int STALE = 500;

  private MetricValues() {}

  /**
   * The value of a metric.
   *
   * @param datatype as its birth said; integers lie in unsigned fields, so that it is needed
   */
  static @Nullable Object value(Metric metric, int datatype) {
    return switch (metric.getIsNull() ? Metric.ValueCase.VALUE_NOT_SET : metric.getValueCase()) {
      case INT_VALUE -> integer(Integer.toUnsignedLong(metric.getIntValue()), datatype);
      case LONG_VALUE -> integer(metric.getLongValue(), datatype);
      case FLOAT_VALUE -> metric.getFloatValue();
      case DOUBLE_VALUE -> metric.getDoubleValue();
      case BOOLEAN_VALUE -> metric.getBooleanValue();
      case STRING_VALUE -> metric.getStringValue();
      case BYTES_VALUE, DATASET_VALUE, TEMPLATE_VALUE, EXTENSION_VALUE ->
          new ToldValue.Unusable(
              "a value of type %s cannot be a tag; let the edge node send its parts as metrics"
                  .formatted(typeName(datatype)));
      case VALUE_NOT_SET -> null;
    };
  }

  private static Object integer(long bits, int datatype) {
    return switch (datatype) {
      case DataType.Int8_VALUE -> (byte) bits;
      case DataType.Int16_VALUE -> (short) bits;
      case DataType.Int32_VALUE -> (int) bits;
      case DataType.UInt8_VALUE -> bits & 0xFF;
      case DataType.UInt16_VALUE -> bits & 0xFFFF;
      case DataType.UInt32_VALUE -> bits & 0xFFFF_FFFFL;
      case DataType.UInt64_VALUE -> unsigned(bits);
      case DataType.Boolean_VALUE -> bits != 0;
      default -> bits;
    };
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
  }

  static String typeName(int datatype) {
    DataType known = DataType.forNumber(datatype);
    return known == null ? "Unknown" : known.name();
  }

  /** Whether a metric of this type can feed a tag. */
  static boolean isUsable(int datatype) {
    return datatype >= DataType.Int8_VALUE && datatype <= DataType.UUID_VALUE;
  }

  static short quality(Metric metric) {
    if (metric.getIsNull()) {
      return Quality.BAD;
    }
    return property(metric, "Quality")
        .filter(PropertyValue::hasIntValue)
        .map(value -> quality(value.getIntValue()))
        .orElse(Quality.GOOD);
  }

  private static short quality(int told) {
    return told == GOOD
        ? Quality.GOOD
        : told == STALE ? Quality.UNCERTAIN_LAST_USABLE : Quality.BAD;
  }

  static @Nullable String text(Metric metric, String key) {
    return property(metric, key)
        .filter(PropertyValue::hasStringValue)
        .map(PropertyValue::getStringValue)
        .orElse(null);
  }

  static @Nullable Double number(Metric metric, String key) {
    return property(metric, key)
        .map(
            value ->
                switch (value.getValueCase()) {
                  case INT_VALUE -> Double.valueOf(value.getIntValue());
                  case LONG_VALUE -> Double.valueOf((double) value.getLongValue());
                  case FLOAT_VALUE -> Double.valueOf(value.getFloatValue());
                  case DOUBLE_VALUE -> Double.valueOf(value.getDoubleValue());
                  default -> null;
                })
        .orElse(null);
  }

  private static Optional<PropertyValue> property(Metric metric, String key) {
    PropertySet properties = metric.getProperties();
    int at = properties.getKeysList().indexOf(key);
    return at < 0 || at >= properties.getValuesCount()
        ? Optional.empty()
        : Optional.of(properties.getValues(at));
  }
}
