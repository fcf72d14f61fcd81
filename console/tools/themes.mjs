/** Pure functions from tokens.json to the three themes. `tokens.mjs` writes them; a test compares them with the files. */

const kebab = name => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
const modes = ['light', 'dark'];

/** The colours of one mode: the same tree as in tokens.json with one colour per leaf. */
export function palette(tokens, mode) {
  const at = modes.indexOf(mode);
  const pick = node =>
    Array.isArray(node) && typeof node[0] === 'string'
      ? node[at]
      : Array.isArray(node)
        ? node.map(pick)
        : Object.fromEntries(Object.entries(node).map(([key, value]) => [key, pick(value)]));
  return { ...pick(tokens.colour), mask: tokens.shadow.mask[at], bandOpacity: tokens.chart.bandOpacity[at] };
}

function flatten(node, path, out) {
  if (Array.isArray(node)) node.forEach((value, i) => out.push([`${path}-${i + 1}`, value]));
  else if (typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) {
      flatten(value, path ? `${path}-${kebab(key)}` : kebab(key), out);
    }
  } else out.push([path, node]);
  return out;
}

const block = (selector, scheme, pairs) =>
  `${selector} {\n${scheme ? `  color-scheme: ${scheme};\n` : ''}${pairs.map(([k, v]) => `  --${k}: ${v};\n`).join('')}}\n`;

/** CSS variables: sizes once, colours per theme. */
export function cssVariables(tokens) {
  const px = value => (typeof value === 'number' ? `${value}px` : value);
  const sizes = [
    ...flatten(tokens.density, '', []).map(([k, v]) => [`size-${k}`, px(v)]),
    ...flatten(tokens.radius, 'radius', []).map(([k, v]) => [k, px(v)]),
    ...flatten(tokens.space, 'space', []).map(([k, v]) => [k, px(v)]),
    ...flatten(tokens.motion, 'motion', []),
    ...Object.entries(tokens.font.size).flatMap(([k, v]) => [
      [`font-${k}`, `${v.size}px/${v.line}px var(--font-family)`],
      [`font-size-${k}`, `${v.size}px`],
    ]),
    ['font-family', tokens.font.family],
    ['font-regular', tokens.font.regular],
    ['font-strong', tokens.font.strong],
    ['side-panel', `clamp(${tokens.sidePanel.min}px, ${tokens.sidePanel.share}, ${tokens.sidePanel.max}px)`],
    ['min-width', px(tokens.minWidth)],
    ['shadow-overlay', tokens.shadow.overlay],
  ];
  const colours = mode =>
    flatten(palette(tokens, mode), '', []).map(([k, v]) => [k.replace(/-base$/, ''), v]);
  return [
    '/* Made from tokens.json by npm run tokens. */\n',
    block(':root', '', sizes),
    block(":root,\n[data-theme='light']", 'light', colours('light')),
    block("[data-theme='dark']", 'dark', colours('dark')),
  ].join('\n');
}

/** Ant Design: seed and alias tokens; grey at rest means that success is not green. */
export function componentTheme(tokens, mode) {
  const c = palette(tokens, mode);
  const { density, font, radius, motion } = tokens;
  return {
    token: {
      colorPrimary: c.accent.base,
      colorPrimaryHover: c.accent.hover,
      colorInfo: c.accent.base,
      colorLink: c.accent.base,
      colorLinkHover: c.accent.hover,
      colorSuccess: c.text.secondary,
      colorWarning: c.alarm.p2,
      colorError: c.alarm.p1,
      colorErrorText: c.alarm.p1Text,
      colorBgBase: c.bg.panel,
      colorBgContainer: c.bg.raised,
      colorBgElevated: c.bg.raised,
      colorBgLayout: c.bg.app,
      colorBgMask: c.mask,
      colorBgTextHover: c.bg.hover,
      colorFillSecondary: c.bg.hover,
      colorFillTertiary: c.bg.sunken,
      colorText: c.text.primary,
      colorTextSecondary: c.text.secondary,
      colorTextTertiary: c.text.tertiary,
      colorTextPlaceholder: c.text.tertiary,
      colorTextDisabled: c.text.disabled,
      colorTextLightSolid: c.accent.on,
      colorBorder: c.line.base,
      colorBorderSecondary: c.line.soft,
      controlItemBgActive: c.accent.soft,
      controlItemBgHover: c.bg.hover,
      fontFamily: font.family,
      fontSize: font.size.body.size,
      fontSizeSM: font.size.small.size,
      lineHeight: font.size.body.line / font.size.body.size,
      fontWeightStrong: font.strong,
      controlHeight: density.control,
      controlHeightSM: density.control - 2,
      borderRadius: radius.control,
      borderRadiusLG: radius.panel,
      borderRadiusSM: radius.mark + 1,
      boxShadow: tokens.shadow.overlay,
      boxShadowSecondary: tokens.shadow.overlay,
      boxShadowTertiary: 'none',
      motionDurationFast: motion.fast,
      motionDurationMid: motion.base,
      motionDurationSlow: motion.base,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', contentFontSize: 12 },
      Modal: { titleFontSize: font.size.title.size },
      Tree: { titleHeight: 24, nodeHoverBg: c.bg.hover, nodeSelectedBg: c.bg.selected },
      Select: { optionSelectedBg: c.accent.soft, optionHeight: density.control },
    },
  };
}

/** ECharts: axes and grids in line and text greys, series in their fixed order. */
export function chartTheme(tokens, mode) {
  const c = palette(tokens, mode);
  const axis = {
    axisLine: { show: true, lineStyle: { color: c.line.base } },
    axisTick: { show: false },
    axisLabel: { color: c.text.tertiary, fontSize: tokens.font.size.axis.size },
    splitLine: { lineStyle: { color: c.line.soft } },
    nameTextStyle: { color: c.text.tertiary, fontSize: tokens.font.size.axis.size },
  };
  return {
    color: c.series,
    backgroundColor: 'transparent',
    textStyle: {
      fontFamily: tokens.font.family,
      color: c.text.primary,
      fontSize: tokens.font.size.small.size,
    },
    animation: false,
    line: {
      symbol: 'none',
      symbolSize: tokens.chart.point * 2,
      lineStyle: { width: tokens.chart.line },
      emphasis: { lineStyle: { width: tokens.chart.lineEmphasis } },
    },
    categoryAxis: axis,
    valueAxis: axis,
    timeAxis: axis,
    logAxis: axis,
    legend: { textStyle: { color: c.text.secondary }, itemWidth: 14, itemHeight: 8 },
    tooltip: {
      backgroundColor: c.bg.raised,
      borderColor: c.line.base,
      textStyle: { color: c.text.primary, fontSize: tokens.font.size.small.size },
      transitionDuration: 0,
    },
    axisPointer: {
      lineStyle: { color: c.accent.base },
      label: { backgroundColor: c.accent.base, color: c.accent.on },
    },
  };
}

/** Every generated file by name. */
export function generatedFiles(tokens) {
  const each = make => Object.fromEntries(modes.map(mode => [mode, make(tokens, mode)]));
  const module = (comment, value) =>
    `/* Made from tokens.json by npm run tokens. ${comment} */\nexport default ${JSON.stringify(value, null, 2)} as const;\n`;
  return {
    'tokens.css': cssVariables(tokens),
    'palette.ts': module('Colours where CSS variables do not reach: canvas.', each(palette)),
    'sizes.ts': module('Sizes that code computes with.', {
      density: tokens.density,
      chart: tokens.chart,
      font: tokens.font,
    }),
    'component-theme.ts': module('Ant Design theme.', each(componentTheme)),
    'chart-theme.ts': module('ECharts theme.', each(chartTheme)),
  };
}
