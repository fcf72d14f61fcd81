/* Made from tokens.json by npm run tokens. Ant Design theme. */
export default {
  "light": {
    "token": {
      "colorPrimary": "#1B5A9F",
      "colorPrimaryHover": "#164A84",
      "colorInfo": "#1B5A9F",
      "colorLink": "#1B5A9F",
      "colorLinkHover": "#164A84",
      "colorSuccess": "#434E59",
      "colorWarning": "#DB6A0C",
      "colorError": "#AE1019",
      "colorErrorText": "#A5101A",
      "colorBgBase": "#F9FAFB",
      "colorBgContainer": "#FFFFFF",
      "colorBgElevated": "#FFFFFF",
      "colorBgLayout": "#E3E6E9",
      "colorBgMask": "rgba(21,26,31,.35)",
      "colorBgTextHover": "#EDF0F3",
      "colorFillSecondary": "#EDF0F3",
      "colorFillTertiary": "#ECEEF1",
      "colorText": "#151A1F",
      "colorTextSecondary": "#434E59",
      "colorTextTertiary": "#5A6570",
      "colorTextPlaceholder": "#5A6570",
      "colorTextDisabled": "#98A2AC",
      "colorTextLightSolid": "#FFFFFF",
      "colorBorder": "#CDD3D9",
      "colorBorderSecondary": "#E1E4E8",
      "controlItemBgActive": "#DCE7F4",
      "controlItemBgHover": "#EDF0F3",
      "fontFamily": "\"Noto Sans SC\",\"Noto Sans CJK SC\",\"Source Han Sans SC\",\"PingFang SC\",\"Microsoft YaHei UI\",\"Segoe UI\",system-ui,sans-serif",
      "fontSize": 13,
      "fontSizeSM": 12,
      "lineHeight": 1.5384615384615385,
      "fontWeightStrong": 700,
      "controlHeight": 26,
      "controlHeightSM": 24,
      "borderRadius": 4,
      "borderRadiusLG": 6,
      "borderRadiusSM": 3,
      "boxShadow": "0 6px 24px rgba(10,16,22,.22)",
      "boxShadowSecondary": "0 6px 24px rgba(10,16,22,.22)",
      "boxShadowTertiary": "none",
      "motionDurationFast": "120ms",
      "motionDurationMid": "180ms",
      "motionDurationSlow": "180ms"
    },
    "components": {
      "Button": {
        "primaryShadow": "none",
        "defaultShadow": "none",
        "dangerShadow": "none",
        "contentFontSize": 12
      },
      "Modal": {
        "titleFontSize": 14
      },
      "Tree": {
        "titleHeight": 24,
        "nodeHoverBg": "#EDF0F3",
        "nodeSelectedBg": "#DFE9F5"
      },
      "Select": {
        "optionSelectedBg": "#DCE7F4",
        "optionHeight": 26
      }
    }
  },
  "dark": {
    "token": {
      "colorPrimary": "#6FAEF2",
      "colorPrimaryHover": "#8FC1F6",
      "colorInfo": "#6FAEF2",
      "colorLink": "#6FAEF2",
      "colorLinkHover": "#8FC1F6",
      "colorSuccess": "#B0BAC4",
      "colorWarning": "#FF9D3C",
      "colorError": "#F24A42",
      "colorErrorText": "#FF8079",
      "colorBgBase": "#171C21",
      "colorBgContainer": "#1F262C",
      "colorBgElevated": "#1F262C",
      "colorBgLayout": "#0E1215",
      "colorBgMask": "rgba(0,0,0,.55)",
      "colorBgTextHover": "#20272D",
      "colorFillSecondary": "#20272D",
      "colorFillTertiary": "#11161A",
      "colorText": "#E4E9ED",
      "colorTextSecondary": "#B0BAC4",
      "colorTextTertiary": "#8B97A2",
      "colorTextPlaceholder": "#8B97A2",
      "colorTextDisabled": "#5C6873",
      "colorTextLightSolid": "#0B1420",
      "colorBorder": "#333C44",
      "colorBorderSecondary": "#242B31",
      "controlItemBgActive": "#1A2D42",
      "controlItemBgHover": "#20272D",
      "fontFamily": "\"Noto Sans SC\",\"Noto Sans CJK SC\",\"Source Han Sans SC\",\"PingFang SC\",\"Microsoft YaHei UI\",\"Segoe UI\",system-ui,sans-serif",
      "fontSize": 13,
      "fontSizeSM": 12,
      "lineHeight": 1.5384615384615385,
      "fontWeightStrong": 700,
      "controlHeight": 26,
      "controlHeightSM": 24,
      "borderRadius": 4,
      "borderRadiusLG": 6,
      "borderRadiusSM": 3,
      "boxShadow": "0 6px 24px rgba(10,16,22,.22)",
      "boxShadowSecondary": "0 6px 24px rgba(10,16,22,.22)",
      "boxShadowTertiary": "none",
      "motionDurationFast": "120ms",
      "motionDurationMid": "180ms",
      "motionDurationSlow": "180ms"
    },
    "components": {
      "Button": {
        "primaryShadow": "none",
        "defaultShadow": "none",
        "dangerShadow": "none",
        "contentFontSize": 12
      },
      "Modal": {
        "titleFontSize": 14
      },
      "Tree": {
        "titleHeight": 24,
        "nodeHoverBg": "#20272D",
        "nodeSelectedBg": "#1B2E44"
      },
      "Select": {
        "optionSelectedBg": "#1A2D42",
        "optionHeight": 26
      }
    }
  }
} as const;
