/** The timeline: days and how exact they are, what is one event, statements, differences in time, bands, ticks, rows, dates in words, the actions. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bandsOf, conflictsOf, dateOf, dayOf, eventsOf, precisionOf, timeFindings} from '../../www/js/chronology.js';
import {M} from '../../www/js/messages.js';
import {initial, reduce} from '../../www/js/state.js';
import {lanesOf, scaleOf, ticksOf} from '../../www/js/ticks.js';

const iso = (day) => dateOf(day).toISOString().slice(0, 10);
const told = (article, from, to, text, start = 0) => ({article, from, to, text, start, end: start + 20});

function made() {
  return {
    articles: [{date: '2025-03-12', blocks: [{start: 3, end: 30}]}, {date: null, blocks: []}],
    entities: [{id: 4, kind: 'person', name: 'Ann Smyth', mentions: []}, {id: 5, kind: 'time', name: 'noon', mentions: [{article: 0, start: 102, end: 106}, {article: 1, start: 4, end: 8}]}],
    quotations: [{id: 0, article: 1, start: 40, end: 60, speaker: 4}],
    timeline: [
      told(0, '2025-03-10', '2025-03-10', 'The mill burned.', 100), told(0, '2025-03-10', '2025-03-10', 'The mill burned.', 300), told(1, '2025-03-11', '2025-03-11', 'The mill burned down.', 0),
      told(1, '2019-01-01', '2019-12-31', 'It was sold.', 40), told(1, 'soon', '2019-12-31', 'No date.', 80),
    ],
    findings: [
      {id: 0, kind: 'date-time', evidence: [{article: 0, start: 310, end: 315}, {article: 1, start: 2, end: 9}]},
      {id: 1, kind: 'self-contradiction', evidence: [{article: 0, start: 100, end: 110, focus: {start: 102, end: 106}}, {article: 1, start: 0, end: 10, focus: {start: 4, end: 8}}]},
      {id: 2, kind: 'numeric', evidence: [{article: 0, start: 100, end: 110, focus: {start: 108, end: 110}}, {article: 1, start: 0, end: 10, focus: {start: 0, end: 3}}]},
    ],
  };
}

test('days are whole numbers, and how exact a span is follows from the calendar', () => {
  assert.equal(dayOf('1970-01-02'), 1);
  assert.equal(iso(dayOf('0044-03-15')), '0044-03-15');
  assert.deepEqual([dayOf('2025-03'), dayOf(null)], [null, null]);
  const of = (from, to) => precisionOf(dayOf(from), dayOf(to));
  assert.deepEqual([of('2025-03-01', '2025-03-01'), of('2025-03-03', '2025-03-09'), of('2024-02-01', '2024-02-29'), of('2025-01-01', '2025-12-31'), of('2025-01-01', '2025-03-31'), of('2024-07-01', '2025-06-30')],
    ['day', 'days', 'month', 'year', 'months', 'months']);
});

test('what an article tells twice is one event with two places; what a quotation takes up is a statement; publications are events', () => {
  const events = eventsOf(made());
  assert.deepEqual(events.map(({from, kind, article, places}) => [iso(from), kind, article, places.length]), [['2019-01-01', 'statement', 1, 1], ['2025-03-10', 'event', 0, 2], ['2025-03-11', 'event', 1, 1], ['2025-03-12', 'publication', 0, 1]]);
  assert.equal(events[0].speaker, 4);
  assert.deepEqual(events.map(({id}) => id), [0, 1, 2, 3]);
});

test('findings about times are those of the rule, and those whose differing words are times on both sides', () => {
  const report = made();
  assert.deepEqual(timeFindings(report).map(({id}) => id), [0, 1]);
  assert.deepEqual(eventsOf(report).map(({findings}) => findings), [[], [1, 0], [0, 1], []]);
  assert.deepEqual(conflictsOf(report).map(({finding, events}) => [finding, events.map(({id}) => id)]), [[0, [1, 2]], [1, [1, 2]]]);
});

const event = (from, to, article = 0) => ({from: dayOf(from), to: dayOf(to), article});

test('a very uneven range falls into bands, an even one does not, and a long thing does not hide a gap', () => {
  const spans = (events) => bandsOf(events).map(({from, to, count}) => [iso(from), iso(to), count]);
  assert.deepEqual(spans([event('2025-03-01', '2025-03-01'), event('2025-03-03', '2025-03-03'), event('2025-03-05', '2025-03-05'), event('2025-03-07', '2025-03-07'), event('2025-03-08', '2025-03-08')]), [['2025-03-01', '2025-03-08', 5]]);
  const far = [event('1999-06-01', '1999-06-30'), event('2025-03-01', '2025-03-01'), event('2025-03-02', '2025-03-03'), event('2025-03-03', '2025-03-03')];
  assert.deepEqual(spans(far), [['1999-06-01', '1999-06-30', 1], ['2025-03-01', '2025-03-03', 3]]);
  assert.deepEqual(spans([...far, event('2025-01-01', '2025-12-31')]).map(([from]) => from).slice(0, 2), ['1999-06-01', '2025-03-01']);
  assert.deepEqual(spans([]), []);
  assert.equal(bandsOf([event('2025-03-01', '2025-03-01')]).length, 1);
});

test('a day stands in its band, and what lies between bands at the nearest edge', () => {
  const scale = scaleOf([{from: 0, to: 9, count: 4}, {from: 1000, to: 1001, count: 4}], 422);
  const [one, other] = scale.bands;
  assert.deepEqual([one.left, other.right], [0, 422]);
  assert.equal(scale.x(0), 0);
  assert.equal(scale.x(5), one.right / 2);
  assert.equal(scale.x(10), one.right, 'the end of the last day');
  assert.equal(scale.x(500), other.left);
  assert.equal(scale.x(2000), other.right);
});

test('ticks stand at the beginning of days, weeks, months or years, and never too close', () => {
  const of = (from, to, width) => ticksOf({from: dayOf(from), to: dayOf(to), left: 0, right: width});
  const days = (list) => list.map(({day}) => iso(day));
  assert.deepEqual(days(of('2025-03-10', '2025-03-13', 400)), ['2025-03-10', '2025-03-11', '2025-03-12', '2025-03-13']);
  assert.deepEqual(days(of('2025-03-05', '2025-03-25', 170)), ['2025-03-10', '2025-03-17', '2025-03-24'], 'Mondays');
  assert.deepEqual(days(of('2025-01-20', '2025-04-20', 200)), ['2025-02-01', '2025-03-01', '2025-04-01']);
  assert.deepEqual(days(of('2019-06-01', '2024-06-01', 300)), ['2020-01-01', '2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01']);
  assert.deepEqual(days(of('1805-01-01', '2024-01-01', 210)), ['1850-01-01', '1900-01-01', '1950-01-01', '2000-01-01']);
  assert.equal(of('2025-03-05', '2025-03-06', 40).length, 1, 'a short band still says where it stands');
  for (const list of [of('2019-06-01', '2024-06-01', 300), of('1200-01-01', '2024-01-01', 500)]) list.slice(1).forEach(({x}, i) => assert.ok(x - list[i].x >= 44));
});

test('events of one article never cover each other, and a long one is drawn in every band it touches', () => {
  const events = [event('2025-03-01', '2025-03-01'), event('2025-03-01', '2025-03-02'), event('2025-03-09', '2025-03-10'), event('2025-03-01', '2025-03-01', 1), event('2024-01-01', '2025-12-31', 1)];
  const scale = scaleOf([{from: dayOf('2024-05-01'), to: dayOf('2024-05-09'), count: 1}, {from: dayOf('2025-03-01'), to: dayOf('2025-03-10'), count: 4}], 400);
  const {boxes, rows} = lanesOf(events, scale);
  assert.deepEqual(boxes.map(({row}) => row), [0, 1, 0, 0, 1]);
  assert.deepEqual([...rows], [[0, 2], [1, 2]]);
  assert.deepEqual(boxes[4].parts.map(({begins, ends}) => [begins, ends]), [[false, false], [false, false]], 'and cut where it goes on');
  assert.equal(boxes[4].right, 400);
});

test('dates are written as exactly as they are known', () => {
  const words = (from, to) => M.timeline.when({from: dayOf(from), to: dayOf(to), precision: precisionOf(dayOf(from), dayOf(to))}).replaceAll(/[\u2009\s]+/g, ' ');
  assert.deepEqual([words('2025-08-06', '2025-08-06'), words('2021-06-01', '2021-06-30'), words('2019-01-01', '2019-12-31')], ['6 August 2025', 'June 2021', '2019']);
  assert.match(words('2025-08-11', '2025-08-17'), /^11 ?– ?17 August 2025$/);
  assert.match(words('2025-01-01', '2025-03-31'), /^January ?– ?March 2025$/);
});

test('the same column again turns the order round', () => {
  let state = reduce(initial(), {type: 'timeline-sorted', by: 'article'});
  assert.deepEqual(state.timelineSort, {by: 'article', down: false});
  state = reduce(state, {type: 'timeline-sorted', by: 'article'});
  assert.deepEqual(state.timelineSort, {by: 'article', down: true});
  assert.equal(reduce(state, {type: 'timeline-shown', form: 'table'}).timelineForm, 'table');
});
