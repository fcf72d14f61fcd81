import { chain, ghost, marks, names } from './gantt-marks';
import { barsOf, type Canvas, eachTick, FONT, PAD, rowCount, rowY, type Scene } from './gantt-scene';
import { firstEndingAfter, urgency } from './plan';
import { HEAD, NAMES, xOf } from './view';

const FOOT = 4;
/** Closed times wider than this are hatched, in px. */
const HATCHED = 24;

/** Rectangles of one colour, painted together: a canvas is fast as long as its colour stays. */
class Batch {
  private readonly boxes: number[] = [];
  constructor(private readonly colour: string) {}
  add(x: number, y: number, width: number, height: number) {
    this.boxes.push(x, y, width, height);
  }
  paint(canvas: Canvas) {
    canvas.fillStyle = this.colour;
    for (let i = 0; i < this.boxes.length; i += 4) {
      canvas.fillRect(this.boxes[i]!, this.boxes[i + 1]!, this.boxes[i + 2]!, this.boxes[i + 3]!);
    }
  }
}

export function draw(canvas: Canvas, scene: Scene) {
  const { width, height, palette } = scene;
  canvas.fillStyle = palette.bg.panel;
  canvas.fillRect(0, 0, width, height);
  const first = Math.floor(scene.view.top);
  const last = Math.min(rowCount(scene), first + Math.ceil((height - HEAD) / scene.rowHeight) + 1);
  canvas.save();
  canvas.beginPath();
  canvas.rect(NAMES, HEAD, width - NAMES, height - HEAD);
  canvas.clip();
  grid(canvas, scene);
  if (scene.grouping === 'resource') closedTimes(canvas, scene, first, last);
  bars(canvas, scene, first, last);
  chain(canvas, scene, first, last);
  ghost(canvas, scene);
  canvas.restore();
  marks(canvas, scene);
  names(canvas, scene, first, last);
}

function grid(canvas: Canvas, scene: Scene) {
  const { view, width, height, palette } = scene;
  canvas.fillStyle = palette.accent.soft;
  const begun = Math.min(width, xOf(view, scene.plan.now));
  canvas.globalAlpha = 0.5;
  canvas.fillRect(NAMES, HEAD, begun - NAMES, height - HEAD);
  canvas.globalAlpha = 1;
  canvas.fillStyle = palette.line.soft;
  eachTick(scene, minute => canvas.fillRect(Math.round(xOf(view, minute)), HEAD, 1, height - HEAD));
}

function closedTimes(canvas: Canvas, scene: Scene, first: number, last: number) {
  const { view, width, rowHeight } = scene;
  const to = view.from + (width - NAMES) * view.perPixel;
  const { palette } = scene;
  for (let row = first; row < last; row++) {
    for (const [from = 0, until = 0] of scene.plan.resources[row]?.closed ?? []) {
      if (until < view.from || from > to) continue;
      const x = xOf(view, from);
      // Lines could not be told apart in a narrow span, and a pattern is dear to paint.
      const wide = (until - from) / view.perPixel;
      canvas.fillStyle = wide < HATCHED ? palette.process.stopped : scene.hatch;
      canvas.fillRect(x, rowY(scene, row) + PAD, wide, rowHeight - 2 * PAD);
    }
  }
}

function bars(canvas: Canvas, scene: Scene, first: number, last: number) {
  const { gantt, plan, view, palette, rowHeight } = scene;
  const { process, alarm } = palette;
  const greys = [new Batch(process.rest), new Batch(process.rest2), new Batch(process.rest3)];
  const setups = new Batch(process.mark);
  const feet = [null, new Batch(alarm.p3), new Batch(alarm.p2)] as const;
  const chosen = new Batch(palette.accent.base);
  const to = view.from + (scene.width - NAMES) * view.perPixel;
  const labels: number[] = [];
  for (let row = first; row < last; row++) {
    const y = Math.round(rowY(scene, row) + PAD);
    const tall = Math.round(rowHeight - 2 * PAD);
    const list = barsOf(scene, row);
    let painted = -Infinity;
    for (let i = firstEndingAfter(list, gantt.end, view.from); i < list.length; i++) {
      const bar = list[i]!;
      const start = gantt.start[bar]!;
      if (start > to) break;
      // Whole pixels: edges between two of them would have to be blended.
      const x = Math.round(xOf(view, start));
      const wide = Math.max(1, Math.round(xOf(view, gantt.end[bar]!)) - x - 1);
      const order = gantt.orderOf[bar]!;
      const isChosen = order === scene.selected;
      // Bars narrower than a pixel on one another show nothing more than the first of them.
      if (x + wide <= painted && !isChosen) continue;
      painted = x + wide;
      greys[(gantt.familyOf[bar]! + 1) % 3]!.add(x, y, wide, tall);
      const setup = gantt.setup[bar]! / view.perPixel;
      if (setup >= 1) setups.add(x - setup, y + tall / 4, setup, tall / 2);
      const late = urgency(gantt.orderEnd[order]!, plan.orders[order]!.due);
      feet[late]?.add(x, y + tall - FOOT, wide, FOOT);
      if (isChosen) chosen.add(x - 1, y - 1, wide + 2, tall + 2);
      if (wide > 34 && rowHeight >= 14) labels.push(bar, x, y, wide);
    }
  }
  greys.forEach(batch => batch.paint(canvas));
  setups.paint(canvas);
  feet.forEach(batch => batch?.paint(canvas));
  chosen.paint(canvas);
  write(canvas, scene, labels);
}

function write(canvas: Canvas, scene: Scene, labels: readonly number[]) {
  const { gantt, plan, palette, rowHeight } = scene;
  canvas.font = `11px ${FONT}`;
  canvas.textBaseline = 'middle';
  for (let i = 0; i < labels.length; i += 4) {
    const bar = labels[i]!;
    const order = gantt.orderOf[bar]!;
    const text =
      scene.grouping === 'resource' ? plan.orders[order]!.id : plan.resources[gantt.resourceOf[bar]!]!.id;
    canvas.fillStyle = order === scene.selected ? palette.accent.on : palette.text.primary;
    canvas.fillText(text, labels[i + 1]! + 3, labels[i + 2]! + (rowHeight - 2 * PAD) / 2, labels[i + 3]! - 4);
  }
}
