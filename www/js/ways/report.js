/**
 * Articles out of JSON. In: the text of a .json file; out: the articles of a report, or the text of a saved session to be opened as such. All of it is
 * hostile: only strings of the fields that are known are taken over. Example: `fromJson('{"format":"crosscheck-report/1","articles":[{"text":"A."}]}')`.
 * Limits: of a report the articles are taken and not the findings, which the core makes anew.
 */

import {addressOf, day, line} from './head.js';
import {Refusal} from './refusal.js';

const REPORT = /^crosscheck-report\/(\d+)$/;
const SESSION = /^crosscheck-session\b/;

/** @returns {{articles: object[]}|{session: string}} */
export function fromJson(text) {
  const value = parsed(text);
  const format = typeof value?.format === 'string' ? value.format : '';
  if (SESSION.test(format)) return {session: text};
  const version = REPORT.exec(format)?.[1];
  if (version === undefined) throw new Refusal('json-other');
  if (version !== '1') throw new Refusal('json-version', {format});
  const articles = (Array.isArray(value.articles) ? value.articles : []).filter((one) => typeof one?.text === 'string' && one.text.trim() !== '').map(articleOf);
  if (!articles.length) throw new Refusal('empty');
  return {articles};
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('json-damaged');
  }
}

function articleOf({text, title, outlet, date, address}) {
  const known = (value) => (typeof value === 'string' ? value : '');
  return {text, title: line(known(title)), outlet: line(known(outlet)), date: day(known(date)), address: addressOf(known(address))};
}
