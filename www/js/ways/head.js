/**
 * What a page says of its article. In: an inert document and what Readability found; out: title, outlet, date and address, each null where the page
 * does not say. All of it is hostile: one line of text of limited length, a date that exists, an address of the web.
 * Example: `headOf(inert('<time datetime="2025-08-07T10:00Z">'), null).date === '2025-08-07'`.
 */

/** Longest title that is taken over. */
const LONGEST = 300;

export function headOf(page, found) {
  const meta = (...names) => names.map((name) => page.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content')).find(Boolean);
  const time = page.querySelector('[itemprop="datePublished"]') ?? page.querySelector('article time[datetime], main time[datetime]') ?? page.querySelector('time[datetime]');
  const title = line(found?.title || meta('og:title', 'twitter:title') || page.querySelector('h1')?.textContent || page.title);
  const [own, site] = parted(title, line(page.querySelector('h1')?.textContent));
  return {
    title: own,
    outlet: line(found?.siteName || meta('og:site_name', 'application-name', 'publisher')) ?? site,
    date: day(found?.publishedTime) ?? day(meta('article:published_time', 'date', 'dc.date', 'dcterms.date', 'pubdate', 'parsely-pub-date'))
      ?? day(time?.getAttribute('datetime') ?? time?.getAttribute('content')),
    address: addressOf(page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url') ?? ''),
  };
}

/** A title that is the headline with the name of the site behind it, in its two parts. */
function parted(title, headline) {
  const rest = title && headline && title.startsWith(headline) ? /^\s*[|–—·»-]\s*(.+)$/.exec(title.slice(headline.length)) : null;
  return rest ? [headline, rest[1]] : [title, null];
}

/** One line of text, or null when there is none. */
export function line(text) {
  const words = (text ?? '').replace(/[\s\u0000-\u001f]+/g, ' ').trim();
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words || null;
}

/** The day of a time as it is written where it was published, or null. */
export function day(text) {
  const parts = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text ?? '');
  if (!parts) return null;
  const [year, month, date] = parts.slice(1).map(Number);
  const found = new Date(Date.UTC(year, month - 1, date));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === date ? parts.slice(1).join('-') : null;
}

/** An address of the web as it is written in full, or null. Nothing but http and https is one. */
export function addressOf(text) {
  try {
    const address = new URL(text.trim());
    return ['http:', 'https:'].includes(address.protocol) && text.length < 2000 ? address.href : null;
  } catch {
    return null;
  }
}
