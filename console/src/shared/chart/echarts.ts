/** The pieces of ECharts that the console draws with. Only ever imported lazily: see chart.tsx. */
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AxisPointerComponent,
  DataZoomComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import themes from '@/shared/theme/generated/chart-theme';

echarts.use([
  LineChart,
  BarChart,
  ScatterChart,
  CustomChart,
  GridComponent,
  TitleComponent,
  TooltipComponent,
  LegendComponent,
  AxisPointerComponent,
  DataZoomComponent,
  MarkLineComponent,
  MarkAreaComponent,
  GraphicComponent,
  CanvasRenderer,
]);
// The themes are plain data; the registry asks for a mutable object.
echarts.registerTheme('light', structuredClone(themes.light) as object);
echarts.registerTheme('dark', structuredClone(themes.dark) as object);

export const init = (element: HTMLElement, theme: 'light' | 'dark') =>
  echarts.init(element, theme, { renderer: 'canvas' });
