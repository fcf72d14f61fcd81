package io.kunan.kernel;

import static java.util.Map.entry;
import static tech.units.indriya.AbstractUnit.ONE;
import static tech.units.indriya.unit.Units.AMPERE;
import static tech.units.indriya.unit.Units.CELSIUS;
import static tech.units.indriya.unit.Units.CUBIC_METRE;
import static tech.units.indriya.unit.Units.DAY;
import static tech.units.indriya.unit.Units.GRAM;
import static tech.units.indriya.unit.Units.HERTZ;
import static tech.units.indriya.unit.Units.HOUR;
import static tech.units.indriya.unit.Units.JOULE;
import static tech.units.indriya.unit.Units.KELVIN;
import static tech.units.indriya.unit.Units.KILOGRAM;
import static tech.units.indriya.unit.Units.LITRE;
import static tech.units.indriya.unit.Units.METRE;
import static tech.units.indriya.unit.Units.MINUTE;
import static tech.units.indriya.unit.Units.OHM;
import static tech.units.indriya.unit.Units.PASCAL;
import static tech.units.indriya.unit.Units.PERCENT;
import static tech.units.indriya.unit.Units.SECOND;
import static tech.units.indriya.unit.Units.VOLT;
import static tech.units.indriya.unit.Units.WATT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import javax.measure.IncommensurableException;
import javax.measure.MetricPrefix;
import javax.measure.UnconvertibleException;
import javax.measure.Unit;
import javax.measure.UnitConverter;

/**
 * The units in which plants of the field measure, by the symbol people write. Stored values keep
 * the unit of their tag; conversion happens when they are read.
 */
public final class PlantUnits {
  private static final Unit<?> TONNE = KILOGRAM.multiply(1_000);
  private static final Unit<?> WATT_HOUR = WATT.multiply(HOUR);

  private static final Map<String, Unit<?>> BY_SYMBOL =
      Map.ofEntries(
          entry("", ONE),
          entry("1", ONE),
          entry("%", PERCENT),
          entry("ppm", ONE.divide(1_000_000)),
          entry("°C", CELSIUS),
          entry("K", KELVIN),
          entry("V", VOLT),
          entry("mV", MetricPrefix.MILLI(VOLT)),
          entry("kV", MetricPrefix.KILO(VOLT)),
          entry("A", AMPERE),
          entry("kA", MetricPrefix.KILO(AMPERE)),
          entry("Ω", OHM),
          entry("µΩ", MetricPrefix.MICRO(OHM)),
          entry("nΩ", MetricPrefix.NANO(OHM)),
          entry("nΩ/min", MetricPrefix.NANO(OHM).divide(MINUTE)),
          entry("W", WATT),
          entry("kW", MetricPrefix.KILO(WATT)),
          entry("MW", MetricPrefix.MEGA(WATT)),
          entry("J", JOULE),
          entry("MJ", MetricPrefix.MEGA(JOULE)),
          entry("GJ", MetricPrefix.GIGA(JOULE)),
          entry("kWh", MetricPrefix.KILO(WATT_HOUR)),
          entry("MWh", MetricPrefix.MEGA(WATT_HOUR)),
          entry("kvar", MetricPrefix.KILO(WATT)),
          entry("kvarh", MetricPrefix.KILO(WATT_HOUR)),
          entry("kWh/t", MetricPrefix.KILO(WATT_HOUR).divide(TONNE)),
          entry("kWh/kg", MetricPrefix.KILO(WATT_HOUR).divide(KILOGRAM)),
          entry("g", GRAM),
          entry("kg", KILOGRAM),
          entry("t", TONNE),
          entry("kg/h", KILOGRAM.divide(HOUR)),
          entry("kg/d", KILOGRAM.divide(DAY)),
          entry("kg/t", KILOGRAM.divide(TONNE)),
          entry("t/h", TONNE.divide(HOUR)),
          entry("t/d", TONNE.divide(DAY)),
          entry("m", METRE),
          entry("cm", MetricPrefix.CENTI(METRE)),
          entry("mm", MetricPrefix.MILLI(METRE)),
          entry("µm", MetricPrefix.MICRO(METRE)),
          entry("mm/s", MetricPrefix.MILLI(METRE).divide(SECOND)),
          entry("L", LITRE),
          entry("m³", CUBIC_METRE),
          entry("m³/h", CUBIC_METRE.divide(HOUR)),
          entry("L/min", LITRE.divide(MINUTE)),
          entry("g/L", GRAM.divide(LITRE)),
          entry("mg/m³", MetricPrefix.MILLI(GRAM).divide(CUBIC_METRE)),
          entry("Pa", PASCAL),
          entry("kPa", MetricPrefix.KILO(PASCAL)),
          entry("MPa", MetricPrefix.MEGA(PASCAL)),
          entry("bar", PASCAL.multiply(100_000)),
          entry("Hz", HERTZ),
          entry("rpm", ONE.divide(MINUTE)),
          entry("s", SECOND),
          entry("min", MINUTE),
          entry("h", HOUR),
          entry("d", DAY));

  private PlantUnits() {}

  /** The unit of a symbol, empty when Kunan does not know it. */
  public static Optional<Unit<?>> find(String symbol) {
    return Optional.ofNullable(BY_SYMBOL.get(symbol.strip()));
  }

  /** The unit of a symbol; refuses an unknown one with the list of those known. */
  public static Unit<?> get(String symbol) {
    return find(symbol)
        .orElseThrow(
            () ->
                new InputException(
                    "unit",
                    "“%s” is not known".formatted(symbol),
                    "use one of " + String.join(" ", new TreeSet<>(BY_SYMBOL.keySet())).strip()));
  }

  /** Symbols of the units into which a unit can be turned, in alphabetical order. */
  public static List<String> ofSameDimension(String symbol) {
    Unit<?> unit = get(symbol);
    return BY_SYMBOL.entrySet().stream()
        .filter(entry -> entry.getValue().isCompatible(unit))
        .map(Map.Entry::getKey)
        .filter(name -> !name.isEmpty())
        .sorted()
        .toList();
  }

  /**
   * How values are turned from one unit into another of its dimension.
   *
   * @throws InputException for an unknown symbol or two units of different dimension
   */
  public static DoubleUnaryOperator conversion(String from, String to) {
    if (from.equals(to)) {
      return DoubleUnaryOperator.identity();
    }
    try {
      UnitConverter converter = get(from).getConverterToAny(get(to));
      return converter::convert;
    } catch (IncommensurableException | UnconvertibleException e) {
      throw new InputException(
          "unit",
          "%s cannot be turned into %s".formatted(from.isEmpty() ? "a pure number" : from, to),
          "use one of " + String.join(" ", ofSameDimension(from)),
          e);
    }
  }

  /**
   * Converts a value between two units of one dimension, such as kA to A or °C to K.
   *
   * @throws InputException for an unknown symbol or two units of different dimension
   */
  public static double convert(double value, String from, String to) {
    return conversion(from, to).applyAsDouble(value);
  }
}
