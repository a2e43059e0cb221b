//! The words with which copies are changed.
//!
//! In: nothing. Out: tables of general words, each with what stands in its place in a copy; invented names; names of places.
//! Example: `will` becomes `may`, so the copy is less certain than the article.
//! Limits: a table says what a word becomes, never where; phrases are in lower case, with blanks around hyphens.

/// What each figure in words becomes: once a number near it, once one far from it; "one" counts before a unit only.
pub const FIGURES: &[(&str, &str, &str)] = &[
    ("dozen", "score", "hundred"),
    ("eight", "nine", "fourteen"),
    ("eleven", "thirteen", "thirty"),
    ("fifteen", "sixteen", "forty"),
    ("fifty", "sixty", "ninety"),
    ("five", "six", "eleven"),
    ("forty", "fifty", "sixteen"),
    ("four", "five", "nine"),
    ("nine", "ten", "four"),
    ("one", "two", "four"),
    ("seven", "eight", "three"),
    ("six", "seven", "two"),
    ("ten", "eleven", "six"),
    ("thirty", "forty", "twelve"),
    ("three", "four", "seven"),
    ("twelve", "thirteen", "twenty"),
    ("twenty", "thirty", "fifty"),
    ("two", "three", "five"),
];

/// Units before which "one" is a figure.
pub const UNITS: &[&str] = &[
    "day", "dollar", "euro", "hour", "metre", "mile", "minute", "month", "percent", "pound", "ton", "week",
    "year",
];

/// Months in their order.
pub const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Months that are common words too, and so need a day, a year or a preposition beside them.
pub const MONTH_WORDS: &[&str] = &["May", "March"];

/// Days of the week in their order.
pub const WEEKDAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Words for a day or a span that is told from the article's own day.
pub const RELATIVE: &[(&str, &str)] = &[
    ("coming days", "coming months"),
    ("coming weeks", "coming years"),
    ("last month", "last week"),
    ("last week", "last month"),
    ("last year", "last month"),
    ("next few days", "next few months"),
    ("next month", "next week"),
    ("next week", "next month"),
    ("next year", "next week"),
    ("this month", "next month"),
    ("this week", "next month"),
    ("this year", "next year"),
    ("tomorrow", "next week"),
    ("upcoming week", "upcoming month"),
    ("yesterday", "last week"),
];

/// What each office becomes.
pub const OFFICES: &[(&str, &str)] = &[
    ("ambassador", "finance minister"),
    ("chairman", "treasurer"),
    ("chancellor", "foreign minister"),
    ("chief executive", "finance director"),
    ("defence minister", "health minister"),
    ("defense minister", "health minister"),
    ("envoy", "ambassador"),
    ("finance minister", "interior minister"),
    ("foreign minister", "interior minister"),
    ("governor", "mayor"),
    ("mayor", "governor"),
    ("minister", "ambassador"),
    ("president", "prime minister"),
    ("press secretary", "chief of staff"),
    ("prime minister", "foreign minister"),
    ("secretary - general", "ambassador"),
    ("secretary general", "ambassador"),
    ("secretary of state", "treasury secretary"),
    ("senator", "governor"),
    ("special envoy", "defence secretary"),
    ("spokesman", "ambassador"),
    ("spokeswoman", "ambassador"),
    ("vice - president", "foreign minister"),
    ("vice president", "treasury secretary"),
];

/// Family names that nobody in the articles bears.
pub const SURNAMES: &[&str] =
    &["Halvorsen", "Okonjo", "Castellan", "Brandvold", "Marchetti", "Tanabe", "Lindqvist"];

/// Given names that nobody in the articles bears.
pub const GIVEN_NAMES: &[&str] = &["Tobias", "Ingrid", "Anselm", "Rosalind", "Casimir", "Beatrix"];

/// Cities that stand in for another city.
pub const CITIES: &[&str] = &["Lisbon", "Nairobi", "Oslo", "Santiago"];

/// Countries that stand in for another country.
pub const COUNTRIES: &[&str] = &["Peru", "Kenya", "Portugal", "Vietnam"];

/// Words before the name of a place where something is, or whence and whither it goes.
pub const BEFORE_PLACES: &[&str] =
    &["across", "at", "from", "in", "including", "into", "near", "outside", "to"];

/// Words and their opposites, as reporters use them.
pub const OPPOSITES: &[(&str, &str)] = &[
    ("accepted", "rejected"),
    ("agree to", "reject"),
    ("agreed to", "refused to"),
    ("banned", "allowed"),
    ("began", "ended"),
    ("biggest", "smallest"),
    ("broke out", "ended"),
    ("buying", "selling"),
    ("confirmed", "denied"),
    ("decreased", "increased"),
    ("direct", "indirect"),
    ("ending", "prolonging"),
    ("failed to", "managed to"),
    ("favors", "opposes"),
    ("favours", "opposes"),
    ("fell", "rose"),
    ("imposed", "lifted"),
    ("imposing", "lifting"),
    ("increased", "decreased"),
    ("launched", "called off"),
    ("limited", "considerable"),
    ("lowered", "raised"),
    ("open to", "opposed to"),
    ("opened", "closed"),
    ("opposed", "supported"),
    ("praise for", "criticism of"),
    ("purchases", "sales"),
    ("purchasing", "selling"),
    ("rejected", "accepted"),
    ("requested", "refused"),
    ("rose", "fell"),
    ("stalled", "successful"),
    ("success", "failure"),
    ("support for", "opposition to"),
    ("supported", "opposed"),
    ("to end", "to prolong"),
    ("to halt", "to prolong"),
    ("unresolved", "resolved"),
    ("won", "lost"),
    ("would continue", "would stop"),
];

/// Words that say how sure a thing is, and what makes it another step on the ladder.
pub const CERTAINTY: &[(&str, &str)] = &[
    ("could", "will"),
    ("is considering", "has decided on"),
    ("is expected to", "is certain to"),
    ("is planning to", "may"),
    ("is set to", "may"),
    ("may", "will"),
    ("might", "will"),
    ("plans to", "might"),
    ("possible", "scheduled"),
    ("potential", "scheduled"),
    ("wants to", "will"),
    ("will", "may"),
    ("would", "might"),
];

/// What a noun inside quotation marks becomes, in the singular and in the plural.
pub const QUOTED_NOUNS: &[(&str, &str)] =
    &[("question", "questions"), ("journey", "journeys"), ("contract", "contracts"), ("review", "reviews")];

/// What an adjective inside quotation marks becomes.
pub const QUOTED_ADJECTIVES: &[&str] = &["quiet", "foreign", "brief", "technical"];

/// Verbs of reporting that say the same.
pub const REPORTING: &[(&str, &str)] = &[
    ("acknowledged", "conceded"),
    ("added", "went on"),
    ("announced", "declared"),
    ("disclosed", "revealed"),
    ("emphasized", "stressed"),
    ("indicated", "signalled"),
    ("noted", "remarked"),
    ("noting", "remarking"),
    ("reiterated", "repeated"),
    ("revealed", "disclosed"),
    ("said", "stated"),
    ("saying", "stating"),
    ("says", "states"),
    ("stated", "said"),
    ("stating", "saying"),
    ("voiced", "expressed"),
];

/// Words with which a sentence takes up what was said before it.
pub const CONNECTIVES: &[&str] = &[
    "also",
    "although",
    "and",
    "but",
    "despite",
    "earlier",
    "following",
    "however",
    "if",
    "later",
    "meanwhile",
    "so",
    "still",
    "such",
    "that",
    "then",
    "these",
    "this",
    "those",
    "when",
    "while",
    "yet",
];

/// Pronouns that need somebody named before them.
pub const PRONOUNS: &[&str] =
    &["he", "her", "hers", "him", "his", "it", "its", "she", "their", "theirs", "them", "they"];
