/**
 * The reader's corrections of names. In: a list of corrections and a new one; out: the list in which the newest word
 * counts, and the `aliases` the core takes. A correction is plain data, made of words and never of a report's numbers, so
 * that it can be kept and outlives every change of the articles. Pure. Example: a merge of "Ann Smyth" and "Ann Smith"
 * gives `[{names: ['Ann Smyth', 'Ann Smith']}]`. Limits: what has only one spelling can not be told apart by it.
 */

/**
 * @typedef {{id: number, type: 'merge'|'split'|'kind', names: string[], apart: string[], kind: string|null}} Correction
 *   `names` stand for one thing, the main one first; `apart` lists the names they are kept from.
 * @typedef {{name: string, kind: string, forms: {text: string, note: string|null}[]}} Entity
 */

/** Forms that may stand for many: they neither join nor part anything. */
const LOOSE = new Set(['short', 'title']);

/** The chosen entities are one, under the name of the first.
 * @param {Entity[]} chosen
 * @param {Entity[]} all every entity of the report: a form that others share joins nothing
 * @returns {Omit<Correction, 'id'>} */
export function mergeOf(chosen, all) {
  const [main, ...others] = chosen;
  const names = unique([...chosen.map(({name}) => name), ...chosen.flatMap((entity) => ownForms(entity, chosen, all))]);
  return {type: 'merge', names, apart: [], kind: others.some(({kind}) => kind !== main.kind) ? main.kind : null};
}

/** A form of an entity stands for another one.
 * @returns {Omit<Correction, 'id'>} */
export function splitOf(entity, form) {
  const others = (loose) => unique([entity.name, ...entity.forms.filter(({note}) => loose ? note !== 'title' : !LOOSE.has(note)).map(({text}) => text)]).filter((text) => text !== form);
  const full = others(false);
  return {type: 'split', names: [form], apart: full.length ? full : others(true), kind: null};
}

/** An entity is of another kind.
 * @returns {Omit<Correction, 'id'>} */
export function kindOf(entity, kind, all) {
  return {type: 'kind', names: unique([entity.name, ...ownForms(entity, [entity], all)]), apart: [], kind};
}

/** Forms that can be split off: more than one that is no title. */
export function splittable(entity) {
  const forms = entity.forms.filter(({note}) => note !== 'title').map(({text}) => text);
  return forms.length > 1 ? forms : [];
}

/** The list with a new correction; what it contradicts in older ones is taken out of them.
 * @param {Correction[]} corrections */
export function add(corrections, made) {
  const id = Math.max(0, ...corrections.map((one) => one.id)) + 1;
  return [...corrections.map((old) => trimmed(old, made)).filter(says), {id, ...made}];
}

function trimmed(old, made) {
  if (!share(old.names, made.names)) return old;
  const parted = share(old.names, made.apart);
  return {
    ...old,
    names: parted ? old.names.filter((name) => !made.names.includes(name)) : old.names,
    apart: old.apart.filter((name) => !made.names.includes(name)),
    kind: made.kind ? null : old.kind,
  };
}

/** Whether a correction that was trimmed still says anything. */
function says({type, names, apart, kind}) {
  if (type === 'merge') return names.length > 1;
  return names.length > 0 && (type === 'split' ? apart.length > 0 : kind !== null);
}

/** What the core is told: corrections that share a name are one line, the name of the newest merge first.
 * @returns {{names: string[], kind?: string, apart?: string[]}[]} */
export function aliasesOf(corrections) {
  let groups = [];
  for (const made of corrections) {
    const old = groups.filter((group) => share(group.names, made.names));
    const known = old.flatMap((group) => group.names);
    const names = unique(made.type === 'merge' ? [...made.names, ...known] : [...known, ...made.names]);
    const apart = unique([...old.flatMap((group) => group.apart), ...made.apart]).filter((name) => !names.includes(name));
    const kind = made.kind ?? old.map((group) => group.kind).findLast(Boolean) ?? null;
    const at = old.length ? groups.indexOf(old[0]) : groups.length;
    groups[at] = {names, apart, kind};
    groups = groups.filter((group) => !old.slice(1).includes(group));
  }
  return groups.map(({names, apart, kind}) => ({names, ...(kind && {kind}), ...(apart.length && {apart})}));
}

/** How a correction stands in a report: `absent` when its names do not occur, `open` when the report does not follow it (yet), else `done`.
 * @returns {'absent'|'open'|'done'} */
export function standing(report, {type, names, apart, kind}) {
  const found = names.map((name) => holders(report, name)).filter((list) => list.length);
  const all = found.flat();
  if (type === 'split') {
    const others = apart.flatMap((name) => holders(report, name));
    if (!all.length || !others.length) return 'absent';
    return all.some((entity) => others.includes(entity)) ? 'open' : 'done';
  }
  if (found.length < (type === 'merge' ? 2 : 1)) return 'absent';
  const one = type === 'kind' || found.every((list) => list.includes(found[0][0]));
  return one && (!kind || all.some((entity) => entity.kind === kind)) ? 'done' : 'open';
}

function holders(report, name) {
  return report.entities.filter((entity) => entity.forms.some(({text}) => text === name));
}

/** The full forms of an entity that no entity beyond the given ones has. */
function ownForms(entity, given, all) {
  const others = new Set(all.filter((other) => !given.includes(other)).flatMap((other) => other.forms.map(({text}) => text)));
  return entity.forms.filter(({text, note}) => !LOOSE.has(note) && !others.has(text)).map(({text}) => text);
}

const share = (a, b) => a.some((name) => b.includes(name));
const unique = (list) => [...new Set(list)];
