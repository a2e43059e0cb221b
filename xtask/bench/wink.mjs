// A peer, joined into one script for the browser, and called as its guide shows it.
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

const wink = winkNLP(model);
globalThis.peers ??= {};

/** Tokens with their part of speech, sentences, and entities of one article. */
globalThis.peers.wink = (text) => {
  const doc = wink.readDoc(text);
  return [doc.tokens().out(wink.its.pos), doc.sentences().out(), doc.entities().out(wink.its.detail)];
};
