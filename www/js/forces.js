/**
 * Places for the names of the network. In: boxes, ties between them by index, and a width; out: where each box stands and how tall the drawing is. Ties pull, boxes push, and at the
 * end what still overlaps is moved apart, so that every label can be read. Pure and without chance: the same network always looks the same.
 * Example: `placesOf([{width: 80, height: 26}], [], 500)`. Limits: some 40 boxes; the drawing grows in height, not in width.
 */

const ROUNDS = 260;
const PARTING = 400;

/** How much of the drawing is left empty, as a multiple of what the boxes cover. */
const AIRY = 2.9;

/** Room round a box, and at the edge of the drawing, in pixels. */
const ROOM = 9;
const EDGE = 8;

/** The angle at which the seeds of a sunflower follow each other: the first places are even, and never the same. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

export function placesOf(boxes, ties, width) {
  const area = boxes.reduce((sum, box) => sum + (box.width + ROOM) * (box.height + ROOM), 0);
  let height = Math.max(150, Math.min(width * 1.6, (area * AIRY) / width), (area * 1.7) / width);
  const points = boxes.map((_, i) => {
    const far = Math.sqrt((i + 0.5) / boxes.length) / 2;
    return {x: width * (0.5 + far * Math.cos(i * GOLDEN) * 0.9), y: height * (0.5 + far * Math.sin(i * GOLDEN) * 0.9)};
  });
  const ideal = Math.sqrt((width * height) / Math.max(1, boxes.length)) * 0.9;
  for (let round = 0; round < ROUNDS; round += 1) step(points, boxes, ties, {width, height, ideal, heat: ideal * 0.35 * (1 - round / ROUNDS)});
  for (let round = 0; round < PARTING && part(points, boxes, width, height); round += 1) if (round % 40 === 39) height *= 1.06;
  const top = Math.min(...points.map(({y}, i) => y - boxes[i].height / 2));
  const bottom = Math.max(...points.map(({y}, i) => y + boxes[i].height / 2));
  return {points: points.map(({x, y}) => ({x: rounded(x), y: rounded(y - top + ROOM)})), height: boxes.length ? Math.ceil(bottom - top + 2 * ROOM) : 0};
}

const rounded = (value) => Math.round(value * 10) / 10;

/** One round: every two push each other off, ties pull together, all are drawn to the middle a little; nothing moves further than the heat allows. */
function step(points, boxes, ties, {width, height, ideal, heat}) {
  const moves = points.map(({x, y}) => ({x: (width / 2 - x) * 0.06, y: (height / 2 - y) * 0.06}));
  for (let i = 0; i < points.length; i += 1) {
    for (let j = i + 1; j < points.length; j += 1) {
      const [dx, dy] = [points[i].x - points[j].x || 0.01 * (i + 1), points[i].y - points[j].y || 0.01];
      // Labels are wide and low, so they push further to the sides.
      const far = Math.max(1, Math.hypot(dx * 0.7, dy * 1.3));
      const push = (ideal * ideal) / (far * far);
      moves[i].x += dx * push * 0.35;
      moves[i].y += dy * push * 0.35;
      moves[j].x -= dx * push * 0.35;
      moves[j].y -= dy * push * 0.35;
    }
  }
  for (const {a, b, weight} of ties) {
    const [dx, dy] = [points[a].x - points[b].x, points[a].y - points[b].y];
    const pull = (Math.hypot(dx, dy) / ideal) * 0.05 * Math.min(3, 1 + Math.log2(weight));
    moves[a].x -= dx * pull;
    moves[a].y -= dy * pull;
    moves[b].x += dx * pull;
    moves[b].y += dy * pull;
  }
  points.forEach((point, i) => {
    const length = Math.hypot(moves[i].x, moves[i].y) || 1;
    const most = Math.min(length, heat) / length;
    point.x += moves[i].x * most;
    point.y += moves[i].y * most;
    keepIn(point, boxes[i], width, height);
  });
}

/** Moves what overlaps apart along the shorter way; tells whether anything did. */
function part(points, boxes, width, height) {
  let moved = false;
  for (let i = 0; i < points.length; i += 1) {
    for (let j = i + 1; j < points.length; j += 1) {
      const dx = points[j].x - points[i].x;
      const dy = points[j].y - points[i].y;
      const over = {x: (boxes[i].width + boxes[j].width) / 2 + ROOM - Math.abs(dx), y: (boxes[i].height + boxes[j].height) / 2 + ROOM - Math.abs(dy)};
      if (over.x <= 0.1 || over.y <= 0.1) continue;
      moved = true;
      const axis = over.y <= over.x ? 'y' : 'x';
      const way = (axis === 'x' ? dx : dy) < 0 ? -1 : 1;
      points[i][axis] -= (way * over[axis]) / 2;
      points[j][axis] += (way * over[axis]) / 2;
    }
  }
  points.forEach((point, i) => keepIn(point, boxes[i], width, height));
  return moved;
}

function keepIn(point, box, width, height) {
  point.x = Math.max(box.width / 2 + EDGE, Math.min(width - box.width / 2 - EDGE, point.x));
  point.y = Math.max(box.height / 2 + EDGE, Math.min(height - box.height / 2 - EDGE, point.y));
}
