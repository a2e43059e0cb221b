/**
 * The reader's review of one finding. In: the finding, its number and `send`; out: its controls (accept, dismiss, follow up, note), the list of reasons
 * while it is being dismissed, and the note. The controls are made once and then only kept up to date, so that what is typed and the focus stay.
 * Example: `const update = review(root, finding, 3, send); update(state)`.
 */

import {h, icon} from '../dom.js';
import {M} from '../messages.js';
import {LIMITS, REASONS} from '../reviewing.js';
import {reviewOf} from '../select.js';

export function review(root, finding, n, send) {
  const {id} = finding;
  const toggle = (name, picture, type) => h('button', {type: 'button', class: 'quiet review__control', 'data-key': `${name}-${id}`, onclick: () => send({type, id})}, icon(picture), h('span', null));
  const accept = toggle('accept', 'done', 'finding-accepted');
  const dismiss = toggle('dismiss', 'close', 'dismissal-begun');
  const follow = toggle('follow', 'flag', 'follow-up-switched');
  const write = toggle('write', 'edit', 'note-asked');
  const why = h('p', {class: 'review__why'});
  const field = h('textarea', {
    class: 'review__note', rows: '3', maxlength: LIMITS.note, dir: 'auto', 'aria-label': M.reviewing.noteLabel(n), placeholder: M.reviewing.notePlaceholder, 'data-key': `note-${id}`,
    oninput: () => send({type: 'note-written', id, text: field.value}), onkeydown: (event) => event.key === 'Escape' && write.focus(),
  });
  const reasons = dismissal(id, send, () => dismiss.focus());
  root.append(h('div', {class: 'review__controls', role: 'group', 'aria-label': M.reviewing.label}, accept, dismiss, follow, write), why, reasons, field);

  return (state) => {
    const {status, reason, words, followUp, note} = reviewOf(state, finding);
    const dismissed = status === 'dismissed';
    set(accept, status === 'accepted' ? M.reviewing.accepted : M.reviewing.accept, status === 'accepted');
    set(dismiss, dismissed ? M.reviewing.restore : M.reviewing.dismiss);
    dismiss.setAttribute('aria-expanded', String(state.dismissing === id));
    set(follow, followUp ? M.reviewing.followed : M.reviewing.follow, followUp);
    set(write, note ? M.reviewing.note : M.reviewing.writeNote);
    why.hidden = !dismissed;
    why.textContent = dismissed ? M.reviewing.because(words || M.reviewing.reasons[reason]) : '';
    reasons.hidden = state.dismissing !== id;
    field.hidden = !note && state.noting !== id;
    if (field.value !== note) field.value = note;
  };
}

function set(button, label, pressed) {
  button.lastChild.textContent = label;
  if (pressed !== undefined) button.setAttribute('aria-pressed', String(pressed));
}

/** The list of reasons: the arrow keys choose, Enter dismisses, Escape leaves. */
function dismissal(id, send, leave) {
  const own = h('input', {type: 'text', class: 'review__own', maxlength: LIMITS.words, 'aria-label': M.reviewing.own, placeholder: M.reviewing.own, 'data-key': `own-${id}`, oninput: () => (last.checked = true)});
  const choices = REASONS.map((reason, i) => h('input', {type: 'radio', name: `reason-${id}`, value: reason, checked: i === 0, 'data-key': i === 0 ? `reason-${id}` : null}));
  const last = choices.at(-1);
  const quit = () => {
    send({type: 'dismissal-left'});
    leave();
  };
  return h('form', {
    class: 'review__reasons', hidden: true,
    onsubmit: (event) => {
      event.preventDefault();
      const {value} = choices.find((choice) => choice.checked);
      send({type: 'finding-dismissed', id, reason: value, words: value === 'other' ? own.value.trim() : ''});
    },
    onkeydown: (event) => {
      if (event.key === 'Escape') quit();
      // A radio does not send its form by Enter in every browser.
      if (event.key === 'Enter' && event.target.type === 'radio') {
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }
    },
  }, h('fieldset', null, h('legend', null, M.reviewing.why), REASONS.map((reason, i) => h('label', {class: 'check'}, choices[i], h('span', null, M.reviewing.reasons[reason]))), own),
  h('div', {class: 'review__do'}, h('button', {type: 'submit', class: 'quiet'}, M.reviewing.dismiss), h('button', {type: 'button', class: 'link', onclick: quit}, M.reviewing.cancel)));
}

/** What a row of the list shows of a review: an icon and a word each. */
export function badges({status, followUp, note}) {
  const badge = (on, picture, text) => on && h('span', {class: 'badge'}, icon(picture), text);
  return [badge(status === 'accepted', 'done', M.reviewing.accepted), badge(status === 'dismissed', 'close', M.reviewing.dismissed), badge(followUp, 'flag', M.reviewing.followed), badge(note !== '', 'edit', M.reviewing.note)];
}
