/** What the page says about articles side by side. */

export const layouts = {label: 'Articles at once', one: 'One article', two: 'Two side by side', all: 'All in columns', link: 'Scroll together', which: 'Article in this place'};
