package io.kunan.engine.optimise.internal.sheets;

import java.util.Arrays;
import java.util.Locale;

/** A column of a table, and the headers it is known by. */
enum Field {
  MACHINE("machine", "机台", "resource", "设备", "设备编号", "机组"),
  STAGE("stage", "工序段", "process", "工段"),
  BATCH("batch", "装炉量", "batch size", "批容量"),
  SETUP("setup", "换型表", "setup matrix", "换型矩阵"),
  FAMILY("family", "工艺族", "规格族", "product family"),
  FROM("from", "从", "开始", "开始时间", "begin", "start", "started", "开工", "开工时间"),
  TO("to", "到", "结束", "结束时间", "end", "ended", "finish", "完工", "完工时间"),
  MINUTES("minutes", "分钟", "工时", "duration", "工时分钟"),
  MINUTES_PER_TONNE("minutes per tonne", "每吨分钟", "min per t", "吨工时"),
  ROUTE("route", "工艺路线", "路线", "product", "产品"),
  STEP("step", "工步", "序号", "工序号", "sequence"),
  OPERATION("operation", "工序", "工序名称"),
  MIN_LAG("min lag", "最短间隔", "冷却分钟", "cooling"),
  MAX_LAG("max lag", "最长间隔", "热装时限"),
  ORDER("order", "订单", "订单号", "订单编号", "合同号", "order id"),
  CUSTOMER("customer", "客户", "客户名称"),
  TONNES("tonnes", "吨", "重量", "吨位", "weight t", "quantity"),
  RELEASE("release", "下达时间", "投产时间", "released"),
  DUE("due", "交期", "交货期", "交货日期", "due date"),
  WEIGHT("weight", "权重", "优先级", "priority"),
  SCRAP("scrap", "报废吨", "报废", "废品", "废品吨");

  private final String english;
  private final String chinese;

  /** All headers, plain, each between two bars. */
  private final String known;

  Field(String english, String chinese, String... others) {
    this.english = english;
    this.chinese = chinese;
    StringBuilder all = new StringBuilder("|" + plain(english) + "|" + plain(chinese) + "|");
    for (String other : others) {
      all.append(plain(other)).append('|');
    }
    known = all.toString();
  }

  String english() {
    return english;
  }

  String chinese() {
    return chinese;
  }

  /** Whether a header means this column; case, blanks, underscores and units in brackets aside. */
  boolean isNamed(String header) {
    return known.contains("|" + plain(header) + "|");
  }

  /**
   * How much a header looks like one of this column: length of the longest of its names that holds
   * the header or is held by it, 0 for none.
   */
  int likeness(String header) {
    String bare = plain(header).replaceAll("[^\\p{L}\\p{N}]", "");
    int least = bare.matches("\\p{ASCII}*") ? 3 : 2;
    return Arrays.stream(known.substring(1).split("\\|"))
        .filter(name -> Math.min(name.length(), bare.length()) >= least)
        .filter(name -> name.contains(bare) || bare.contains(name))
        .mapToInt(name -> Math.min(name.length(), bare.length()))
        .max()
        .orElse(0);
  }

  private static String plain(String header) {
    return header.replaceAll("[(（\\[].*", "").replaceAll("[\\s_\\-]", "").toLowerCase(Locale.ROOT);
  }
}
