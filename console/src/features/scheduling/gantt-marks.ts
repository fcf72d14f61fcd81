import { type Canvas, eachTick, FONT, PAD, rowY, type Scene } from './gantt-scene';
import { HEAD, NAMES, tickStep, xOf } from './view';

/** Lines from bar to bar of the selected order. */
export function chain(canvas: Canvas, scene: Scene, first: number, last: number) {
  const { selected, gantt, plan, view, palette, rowHeight } = scene;
  const order = selected === null ? undefined : plan.orders[selected];
  if (!order || scene.grouping !== 'resource') return;
  canvas.strokeStyle = palette.accent.base;
  canvas.lineWidth = 1.5;
  canvas.beginPath();
  for (let k = 1; k < order.operations.length; k++) {
    const [a, b] = [order.first + k - 1, order.first + k];
    const rows = [gantt.resourceOf[a]!, gantt.resourceOf[b]!];
    if (Math.max(...rows) < first || Math.min(...rows) > last) continue;
    const x = xOf(view, gantt.end[a]!);
    const y = rowY(scene, rows[1]!) + rowHeight / 2;
    canvas.moveTo(x, rowY(scene, rows[0]!) + rowHeight / 2);
    canvas.lineTo(x, y);
    canvas.lineTo(xOf(view, gantt.start[b]!), y);
  }
  canvas.stroke();
}

export function ghost(canvas: Canvas, scene: Scene) {
  const { ghost: moving, gantt, view, palette, rowHeight } = scene;
  if (!moving) return;
  const wide = (gantt.end[moving.bar]! - gantt.start[moving.bar]!) / view.perPixel;
  canvas.strokeStyle = palette.accent.base;
  canvas.lineWidth = 2;
  canvas.setLineDash([4, 3]);
  canvas.strokeRect(xOf(view, moving.minute), rowY(scene, moving.row) + PAD, wide, rowHeight - 2 * PAD);
  canvas.setLineDash([]);
}

/** Days, hours, now, and the due minute of the selected order. */
export function marks(canvas: Canvas, scene: Scene) {
  const { view, width, height, palette, plan, selected } = scene;
  canvas.fillStyle = palette.bg.panel;
  canvas.fillRect(0, 0, width, HEAD);
  canvas.save();
  canvas.beginPath();
  canvas.rect(NAMES, 0, width - NAMES, height);
  canvas.clip();
  canvas.textBaseline = 'middle';
  canvas.font = `11px ${FONT}`;
  let day = '';
  eachTick(scene, minute => {
    const x = xOf(view, minute);
    const text = scene.dayOf(minute);
    canvas.fillStyle = palette.text.secondary;
    if (text !== day) canvas.fillText(text, x + 3, 11);
    day = text;
    canvas.fillStyle = palette.text.tertiary;
    if (tickStep(view.perPixel) < 1440) canvas.fillText(scene.hourOf(minute), x + 3, 29);
  });
  flag(canvas, scene, plan.now, scene.words.now, palette.text.primary, palette.text.inverse, []);
  const order = selected === null ? undefined : plan.orders[selected];
  if (order) {
    flag(
      canvas,
      scene,
      order.due,
      `${order.id} ${scene.words.due}`,
      palette.alarm.p2,
      palette.alarm.p2On,
      [4, 3],
    );
  }
  canvas.restore();
  canvas.fillStyle = palette.line.base;
  canvas.fillRect(0, HEAD - 1, width, 1);
}

function flag(
  canvas: Canvas,
  { view, height }: Scene,
  minute: number,
  text: string,
  colour: string,
  on: string,
  dash: number[],
) {
  const x = Math.round(xOf(view, minute)) + 0.5;
  canvas.strokeStyle = colour;
  canvas.lineWidth = 1;
  canvas.setLineDash(dash);
  canvas.beginPath();
  canvas.moveTo(x, 20);
  canvas.lineTo(x, height);
  canvas.stroke();
  canvas.setLineDash([]);
  const wide = canvas.measureText(text).width + 8;
  canvas.fillStyle = colour;
  canvas.fillRect(x, 21, wide, 16);
  canvas.fillStyle = on;
  canvas.fillText(text, x + 4, 29);
}

export function names(canvas: Canvas, scene: Scene, first: number, last: number) {
  const { palette, height, plan, rowHeight } = scene;
  canvas.fillStyle = palette.bg.panel;
  canvas.fillRect(0, HEAD, NAMES - 1, height - HEAD);
  canvas.fillStyle = palette.line.base;
  canvas.fillRect(NAMES - 1, 0, 1, height);
  canvas.textBaseline = 'middle';
  canvas.save();
  canvas.beginPath();
  canvas.rect(0, HEAD, NAMES - 4, height - HEAD);
  canvas.clip();
  for (let row = first; row < last; row++) {
    const y = rowY(scene, row) + rowHeight / 2;
    const order = scene.orders[row] ?? -1;
    const name = scene.grouping === 'resource' ? plan.resources[row]?.id : plan.orders[order]?.id;
    const note = scene.grouping === 'resource' ? plan.resources[row]?.stage : plan.orders[order]?.customer;
    canvas.font = `11px ${FONT}`;
    canvas.fillStyle = palette.text.primary;
    canvas.fillText(name ?? '', 10, y);
    canvas.fillStyle = palette.text.tertiary;
    canvas.fillText(note ?? '', 16 + canvas.measureText(name ?? '').width, y);
  }
  canvas.restore();
}
