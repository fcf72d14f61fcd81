/* Made from tokens.json by npm run tokens. Colours where CSS variables do not reach: canvas. */
export default {
  "light": {
    "bg": {
      "app": "#E3E6E9",
      "bar": "#F4F5F7",
      "panel": "#F9FAFB",
      "raised": "#FFFFFF",
      "sunken": "#ECEEF1",
      "hover": "#EDF0F3",
      "selected": "#DFE9F5"
    },
    "line": {
      "soft": "#E1E4E8",
      "base": "#CDD3D9",
      "strong": "#8E99A4"
    },
    "text": {
      "primary": "#151A1F",
      "secondary": "#434E59",
      "tertiary": "#5A6570",
      "disabled": "#98A2AC",
      "inverse": "#FFFFFF"
    },
    "accent": {
      "base": "#1B5A9F",
      "hover": "#164A84",
      "soft": "#DCE7F4",
      "on": "#FFFFFF"
    },
    "process": {
      "rest": "#C3CAD1",
      "rest2": "#AEB7C0",
      "rest3": "#C3D0DC",
      "stopped": "#E3E6E9",
      "outline": "#7D8893",
      "band": "#D9DEE3",
      "mark": "#2A333C"
    },
    "alarm": {
      "p1": "#AE1019",
      "p2": "#DB6A0C",
      "p3": "#E2B100",
      "p1On": "#FFFFFF",
      "p2On": "#151A1F",
      "p3On": "#151A1F",
      "p1Text": "#A5101A",
      "p2Text": "#8A3F00",
      "p3Text": "#665000",
      "p1Soft": "#F8E1E0",
      "p2Soft": "#FAE8D8",
      "p3Soft": "#F8F0CC",
      "p3Edge": "#665000"
    },
    "quality": {
      "good": "#434E59",
      "uncertain": "#665000",
      "bad": "#A5101A",
      "stale": "#5F6A75"
    },
    "series": [
      "#1B5A9F",
      "#559A90",
      "#A36DDD",
      "#5A2A58",
      "#555A35",
      "#727A85"
    ],
    "sequential": [
      "#E6EAEE",
      "#C2D2E2",
      "#93B3D2",
      "#5C8EBE",
      "#2F69A4",
      "#164577"
    ],
    "diverging": [
      "#174F8F",
      "#5B8CBE",
      "#A6BDD3",
      "#C9CFD5",
      "#C7A6C4",
      "#A067A0",
      "#6F2C75"
    ],
    "classes": {
      "matrix": "#AEB7C0",
      "ironNeedle": "#2F80E6",
      "ironScript": "#0FA391",
      "gasPore": "#E2569F",
      "shrinkage": "#A868F2"
    },
    "mask": "rgba(21,26,31,.35)",
    "bandOpacity": 0.16
  },
  "dark": {
    "bg": {
      "app": "#0E1215",
      "bar": "#151A1E",
      "panel": "#171C21",
      "raised": "#1F262C",
      "sunken": "#11161A",
      "hover": "#20272D",
      "selected": "#1B2E44"
    },
    "line": {
      "soft": "#242B31",
      "base": "#333C44",
      "strong": "#65727E"
    },
    "text": {
      "primary": "#E4E9ED",
      "secondary": "#B0BAC4",
      "tertiary": "#8B97A2",
      "disabled": "#5C6873",
      "inverse": "#0E1215"
    },
    "accent": {
      "base": "#6FAEF2",
      "hover": "#8FC1F6",
      "soft": "#1A2D42",
      "on": "#0B1420"
    },
    "process": {
      "rest": "#3B454E",
      "rest2": "#4C5762",
      "rest3": "#374A5C",
      "stopped": "#1A2025",
      "outline": "#7B8894",
      "band": "#262E35",
      "mark": "#D3DBE2"
    },
    "alarm": {
      "p1": "#F24A42",
      "p2": "#FF9D3C",
      "p3": "#F7E06A",
      "p1On": "#1A0606",
      "p2On": "#1C0F02",
      "p3On": "#1B1602",
      "p1Text": "#FF8079",
      "p2Text": "#F6A355",
      "p3Text": "#F0D469",
      "p1Soft": "#3A1B1B",
      "p2Soft": "#38260F",
      "p3Soft": "#332D10",
      "p3Edge": "#F7E06A"
    },
    "quality": {
      "good": "#B0BAC4",
      "uncertain": "#F0D469",
      "bad": "#FF8079",
      "stale": "#8B97A2"
    },
    "series": [
      "#6FAEF2",
      "#0D8A69",
      "#9C5FD0",
      "#F1D9EE",
      "#ADC69F",
      "#8D939C"
    ],
    "sequential": [
      "#20272D",
      "#24405C",
      "#2C5D8B",
      "#3E80BC",
      "#6FAEF2",
      "#B4D6FA"
    ],
    "diverging": [
      "#7FB6F2",
      "#4C86C2",
      "#3B5B7C",
      "#3B454E",
      "#6A4A71",
      "#A565A8",
      "#DE9BDD"
    ],
    "classes": {
      "matrix": "#AEB7C0",
      "ironNeedle": "#2F80E6",
      "ironScript": "#0FA391",
      "gasPore": "#E2569F",
      "shrinkage": "#A868F2"
    },
    "mask": "rgba(0,0,0,.55)",
    "bandOpacity": 0.2
  }
} as const;
