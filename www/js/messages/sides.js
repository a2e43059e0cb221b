/** What the page says about others that side with a version. */

export const sides = {title: 'Who else says so', as: (letter) => `As in article ${letter}`, other: 'Told in another way', silent: 'Silent on it'};
