/* Made from tokens.json by npm run tokens. ECharts theme. */
export default {
  "light": {
    "color": [
      "#1B5A9F",
      "#559A90",
      "#A36DDD",
      "#5A2A58",
      "#555A35",
      "#727A85"
    ],
    "backgroundColor": "transparent",
    "textStyle": {
      "fontFamily": "\"Noto Sans SC\",\"Noto Sans CJK SC\",\"Source Han Sans SC\",\"PingFang SC\",\"Microsoft YaHei UI\",\"Segoe UI\",system-ui,sans-serif",
      "color": "#151A1F",
      "fontSize": 12
    },
    "animation": false,
    "line": {
      "symbol": "none",
      "symbolSize": 6,
      "lineStyle": {
        "width": 1.5
      },
      "emphasis": {
        "lineStyle": {
          "width": 2.25
        }
      }
    },
    "categoryAxis": {
      "axisLine": {
        "show": true,
        "lineStyle": {
          "color": "#CDD3D9"
        }
      },
      "axisTick": {
        "show": false
      },
      "axisLabel": {
        "color": "#5A6570",
        "fontSize": 11
      },
      "splitLine": {
        "lineStyle": {
          "color": "#E1E4E8"
        }
      },
      "nameTextStyle": {
        "color": "#5A6570",
        "fontSize": 11
      }
    },
    "valueAxis": {
      "axisLine": {
        "show": true,
        "lineStyle": {
          "color": "#CDD3D9"
        }
      },
      "axisTick": {
        "show": false
      },
      "axisLabel": {
        "color": "#5A6570",
        "fontSize": 11
      },
      "splitLine": {
        "lineStyle": {
          "color": "#E1E4E8"
        }
      },
      "nameTextStyle": {
        "color": "#5A6570",
        "fontSize": 11
      }
    },
    "timeAxis": {
      "axisLine": {
        "show": true,
        "lineStyle": {
          "color": "#CDD3D9"
        }
      },
      "axisTick": {
        "show": false
      },
      "axisLabel": {
        "color": "#5A6570",
        "fontSize": 11
      },
      "splitLine": {
        "lineStyle": {
          "color": "#E1E4E8"
        }
      },
      "nameTextStyle": {
        "color": "#5A6570",
        "fontSize": 11
      }
    },
    "logAxis": {
      "axisLine": {
        "show": true,
        "lineStyle": {
          "color": "#CDD3D9"
        }
      },
      "axisTick": {
        "show": false
      },
      "axisLabel": {
        "color": "#5A6570",
        "fontSize": 11
      },
      "splitLine": {
        "lineStyle": {
          "color": "#E1E4E8"
        }
      },
      "nameTextStyle": {
        "color": "#5A6570",
        "fontSize": 11
      }
    },
    "legend": {
      "textStyle": {
        "color": "#434E59"
      },
      "itemWidth": 14,
      "itemHeight": 8
    },
    "tooltip": {
      "backgroundColor": "#FFFFFF",
      "borderColor": "#CDD3D9",
      "textStyle": {
        "color": "#151A1F",
        "fontSize": 12
      },
      "transitionDuration": 0
    },
    "axisPointer": {
      "lineStyle": {
        "color": "#1B5A9F"
      },
      "label": {
        "backgroundColor": "#1B5A9F",
        "color": "#FFFFFF"
      }
    }
  },
  "dark": {
    "color": [
      "#6FAEF2",
      "#0D8A69",
      "#9C5FD0",
      "#F1D9EE",
      "#ADC69F",
      "#8D939C"
    ],
    "backgroundColor": "transparent",
    "textStyle": {
      "fontFamily": "\"Noto Sans SC\",\"Noto Sans CJK SC\",\"Source Han Sans SC\",\"PingFang SC\",\"Microsoft YaHei UI\",\"Segoe UI\",system-ui,sans-serif",
      "color": "#E4E9ED",
      "fontSize": 12
    },
    "animation": false,
    "line": {
      "symbol": "none",
      "symbolSize": 6,
      "lineStyle": {
        "width": 1.5
      },
      "emphasis": {
        "lineStyle": {
          "width": 2.25
        }
      }
    },
    "categoryAxis": {
      "axisLine": {
        "show": true,
        "lineStyle": {
          "color": "#333C44"
        }
      },
      "axisTick": {
        "show": false
      },
      "axisLabel": {
        "color": "#8B97A2",
        "fontSize": 11
      },
      "splitLine": {
        "lineStyle": {
          "color": "#242B31"
        }
      },
      "nameTextStyle": {
        "color": "#8B97A2",
        "fontSize": 11
      }
    },
    "valueAxis": {
      "axisLine": {
        "show": true,
        "lineStyle": {
          "color": "#333C44"
        }
      },
      "axisTick": {
        "show": false
      },
      "axisLabel": {
        "color": "#8B97A2",
        "fontSize": 11
      },
      "splitLine": {
        "lineStyle": {
          "color": "#242B31"
        }
      },
      "nameTextStyle": {
        "color": "#8B97A2",
        "fontSize": 11
      }
    },
    "timeAxis": {
      "axisLine": {
        "show": true,
        "lineStyle": {
          "color": "#333C44"
        }
      },
      "axisTick": {
        "show": false
      },
      "axisLabel": {
        "color": "#8B97A2",
        "fontSize": 11
      },
      "splitLine": {
        "lineStyle": {
          "color": "#242B31"
        }
      },
      "nameTextStyle": {
        "color": "#8B97A2",
        "fontSize": 11
      }
    },
    "logAxis": {
      "axisLine": {
        "show": true,
        "lineStyle": {
          "color": "#333C44"
        }
      },
      "axisTick": {
        "show": false
      },
      "axisLabel": {
        "color": "#8B97A2",
        "fontSize": 11
      },
      "splitLine": {
        "lineStyle": {
          "color": "#242B31"
        }
      },
      "nameTextStyle": {
        "color": "#8B97A2",
        "fontSize": 11
      }
    },
    "legend": {
      "textStyle": {
        "color": "#B0BAC4"
      },
      "itemWidth": 14,
      "itemHeight": 8
    },
    "tooltip": {
      "backgroundColor": "#1F262C",
      "borderColor": "#333C44",
      "textStyle": {
        "color": "#E4E9ED",
        "fontSize": 12
      },
      "transitionDuration": 0
    },
    "axisPointer": {
      "lineStyle": {
        "color": "#6FAEF2"
      },
      "label": {
        "backgroundColor": "#6FAEF2",
        "color": "#0B1420"
      }
    }
  }
} as const;
