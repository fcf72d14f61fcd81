/* Made from tokens.json by npm run tokens. Sizes that code computes with. */
export default {
  "density": {
    "row": 28,
    "rowOffice": 36,
    "rowTouch": 44,
    "control": 26,
    "panelHeader": 36,
    "panelFooter": 32,
    "topBar": 44,
    "statusBar": 24,
    "rail": 68,
    "pageTitle": 48,
    "figureStrip": 84
  },
  "chart": {
    "line": 1.5,
    "lineEmphasis": 2.25,
    "bandOpacity": [
      0.16,
      0.2
    ],
    "point": 3,
    "dashForecast": [
      4,
      3
    ],
    "dashLimit": [
      6,
      3
    ],
    "seriesPerLane": 4
  },
  "font": {
    "family": "\"Noto Sans SC\",\"Noto Sans CJK SC\",\"Source Han Sans SC\",\"PingFang SC\",\"Microsoft YaHei UI\",\"Segoe UI\",system-ui,sans-serif",
    "regular": 400,
    "strong": 700,
    "size": {
      "axis": {
        "size": 11,
        "line": 14
      },
      "small": {
        "size": 12,
        "line": 16
      },
      "body": {
        "size": 13,
        "line": 20
      },
      "title": {
        "size": 14,
        "line": 20
      },
      "heading": {
        "size": 18,
        "line": 24
      },
      "figure": {
        "size": 22,
        "line": 28
      },
      "hero": {
        "size": 28,
        "line": 34
      }
    }
  }
} as const;
