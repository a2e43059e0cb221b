/**
 * Every word the page says, in one table, ready for translation: one file an area in messages/, joined here. Plain strings, or
 * functions of figures. The tone is neutral: the page says that reports differ and never which one is right. Limits: British English only for now.
 */

import {articles} from './messages/articles.js';
import {claims} from './messages/claims.js';
import {desk} from './messages/desk.js';
import {dropped} from './messages/dropped.js';
import {findings} from './messages/findings.js';
import {goodness} from './messages/goodness.js';
import {help} from './messages/help.js';
import {helping} from './messages/helping.js';
import {layouts} from './messages/layouts.js';
import {names} from './messages/names.js';
import {network} from './messages/network.js';
import {page} from './messages/page.js';
import {proof} from './messages/proof.js';
import {quotations} from './messages/quotations.js';
import {reading} from './messages/reading.js';
import {reviewing} from './messages/reviewing.js';
import {search} from './messages/search.js';
import {sides} from './messages/sides.js';
import {taking} from './messages/taking.js';
import {timeline} from './messages/timeline.js';
import {ways} from './messages/ways.js';

export const M = {
  ...page, ...articles, ...reading, ...findings, ...names, ...quotations, ...claims, ...help,
  ...network, ...timeline,
  goodness, helping, proof,
  reviewing, desk, dropped, layouts, search, sides,
  taking,
  ways,
};
