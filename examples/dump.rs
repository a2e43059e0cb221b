use crosscheck::{Article, corpus::Corpus, lexicon::Lexicon};
fn main() {
    let articles: Vec<Article> = std::env::args()
        .skip(1)
        .map(|p| Article { text: std::fs::read_to_string(p).unwrap(), ..Default::default() })
        .collect();
    let c = Corpus::analyze(Lexicon::builtin(), &articles, &mut |_| {});
    for (a, d) in c.documents.iter().enumerate() {
        println!("##### {a} date {:?}", d.head.date);
        for (i, s) in d.prose.sentences.iter().enumerate() {
            println!(
                "\n[{a}.{i}] {:?} {}",
                d.prose.role_of(s.start),
                s.clone()
                    .map(|t| format!("{}/{:?}", d.prose.raw(t), d.prose.pos(t)))
                    .collect::<Vec<_>>()
                    .join(" ")
            );
            for cl in d.claims.iter().filter(|cl| cl.sentence == i) {
                let nm = |m: usize| {
                    format!(
                        "{}<{}>",
                        d.text(d.names.mentions[m].span),
                        c.entity(a, m).map_or("-", |e| c.name(e))
                    )
                };
                println!(
                    "   {} {}{} {:?}{} {:?} ag[{}] ot[{}] t[{}] q[{}] by {:?} | {}",
                    d.prose.raw(cl.head),
                    cl.event,
                    if cl.is_known_event { "*" } else { "" },
                    cl.certainty,
                    if cl.is_negated { " NEG" } else { "" },
                    cl.frame,
                    cl.agents.iter().map(|&m| nm(m)).collect::<Vec<_>>().join(","),
                    cl.others
                        .iter()
                        .map(|o| format!("{} {}", o.preposition, nm(o.mention)))
                        .collect::<Vec<_>>()
                        .join(","),
                    cl.times
                        .iter()
                        .map(|&t| format!("{}={:?}", d.text(d.times[t].span), d.times[t].value))
                        .collect::<Vec<_>>()
                        .join(","),
                    cl.quantities
                        .iter()
                        .map(|&t| d.quantities[t].value.clone())
                        .collect::<Vec<_>>()
                        .join(","),
                    cl.quotation.and_then(|q| d.quotations[q].source).map(|s| d.text(s)),
                    d.text(cl.span)
                );
            }
        }
    }
    for g in crosscheck::align::events(&c) {
        if g.mentions.len() > 1 {
            println!("\nEVENT {} {:?}", g.event, g.parties.iter().map(|&p| c.name(p)).collect::<Vec<_>>());
            for m in &g.mentions {
                let cl = c.claim(m.article, m.claim).unwrap();
                println!(
                    "   {} {:?} anaph {} {:?} {:?}| {}",
                    m.article,
                    cl.certainty,
                    m.is_anaphoric,
                    m.year,
                    cl.frame,
                    c.documents[m.article].text(cl.span)
                );
            }
        }
    }
}
