#!/usr/bin/env python3
"""Labels unlabelled text where two recognisers agree; writes news.jsonl.gz beside this file.

  label.py DATA_DIR SPACY_MODEL PROGRAM

In: the sets below, a spaCy model for English (package spacy), and the command `crosscheck` as built with the model learnt so far.
Out: a line for each text, {"set", "row", "article"?, "names": [[start, end, class]], "open": [[start, end]], "weight"}, offsets in
Unicode code points, no text. Names are what both see alike, or one sees and both agree on elsewhere in the text; where they
differ the stretch is left open. The file in the repository took two rounds: the second with the model learnt from the first.
"""
import gzip
import json
import re
import subprocess
import sys
from pathlib import Path

import spacy

SETS = ["clusters/ecbplus.train", "clusters/basil.dev", "clusters/ecbplus.dev", "clusters/allsides_leads.dev",
        "quotations/polnear.train", "entities/gmb_partial.train", "pairs/anli_r1.dev", "pairs/anli_r2.dev",
        "pairs/climate_fever.all", "pairs/rte1_2way.dev", "pairs/rte2_2way.dev", "pairs/rte3_3way.dev",
        "pairs/fever_symmetric.dev", "pairs/mnli.dev"]
WEIGHT = 0.4  # beside text labelled by hand
SHORTEST_PREMISE = 60  # characters
FROM_SPACY = {"PERSON": "Person", "ORG": "Organization", "GPE": "Location", "LOC": "Location", "FAC": "Location", "NORP": "NORP",
              "PRODUCT": "Misc", "EVENT": "Misc", "WORK_OF_ART": "Misc", "LAW": "Misc", "LANGUAGE": "Misc"}
FROM_REPORT = {"person": "Person", "organization": "Organization", "place": "Location", "group": "NORP",
               "event": "Misc", "work": "Misc", "law": "Misc", "product": "Misc"}
ARTICLE = re.compile(r"^(the|a|an)\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"(['’]s|['’])$")


def texts(data):
    """Each text once, with where it stands."""
    for name in SETS:
        seen = set()
        with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row, line in enumerate(lines):
                item = json.loads(line)
                if "articles" in item:
                    for n, article in enumerate(item["articles"]):
                        yield article["text"], {"set": name, "row": row, "article": n}
                elif "premise" not in item:
                    yield item["text"], {"set": name, "row": row}
                elif item["premise"] not in seen and len(item["premise"]) >= SHORTEST_PREMISE:
                    seen.add(item["premise"])
                    yield item["premise"], {"set": name, "row": row}


def of_spacy(doc):
    """Its names by this project's rules: no article, no possessive ending, a capital somewhere."""
    out = {}
    for entity in doc.ents:
        start, end = entity.start_char, entity.end_char
        if entity.label_ not in FROM_SPACY:
            continue
        found = ARTICLE.match(doc.text[start:end])
        start += found.end() if found else 0
        found = POSSESSIVE.search(doc.text[start:end])
        end -= len(found.group()) if found else 0
        if any(letter.isupper() for letter in doc.text[start:end]):
            out[start, end] = FROM_SPACY[entity.label_]
    return out


def of_report(text, report):
    """The program's names, in code points."""
    units, at = {}, 0
    for n, letter in enumerate(text):
        units[at] = n
        at += 2 if ord(letter) > 0xFFFF else 1
    units[at] = len(text)
    return {(units[m["start"]], units[m["end"]]): FROM_REPORT[entity["kind"]]
            for entity in report["entities"] if entity["kind"] in FROM_REPORT
            for m in entity["mentions"] if m["form"] == "name" and not m["nested"]}


def agreed(text, ours, theirs):
    """Names that count, and stretches that are left open."""
    known = {}
    for (start, end), kind in ours.items():
        if theirs.get((start, end)) == kind:
            known[text[start:end]] = kind
            if kind == "Person" and " " in text[start:end]:
                known.setdefault(text[start:end].split()[-1], kind)
    names, doubt = [], []
    for (start, end), kind in ours.items():
        over = [span for span in theirs if span[0] < end and span[1] > start]
        if theirs.get((start, end)) == kind or known.get(text[start:end]) == kind and over in ([], [(start, end)]):
            names.append([start, end, kind])
        else:
            doubt.append([min([start] + [s for s, _ in over[:1]]), max([end] + [e for _, e in over[:1]])])
    doubt += [[s, e] for s, e in sorted(theirs) if not any(a < e and b > s for a, b in ours)]
    return sorted(names), sorted(doubt)


def main():
    data, model, program = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    everything = list(texts(data))
    events = "".join(json.dumps({"id": str(n), "articles": [{"text": text}]}) + "\n" for n, (text, _) in enumerate(everything))
    done = subprocess.run([program, "check", "--jsonl"], input=events.encode(), stdout=subprocess.PIPE, check=True)
    reports = (json.loads(line) for line in done.stdout.splitlines())
    parser = spacy.load(model, exclude=["parser", "tagger", "attribute_ruler", "lemmatizer", "senter"])
    docs = parser.pipe((text for text, _ in everything), batch_size=32)
    with gzip.open(Path(__file__).with_name("news.jsonl.gz"), "wt", compresslevel=9) as out:
        for (text, place), report, doc in zip(everything, reports, docs):
            names, doubt = agreed(text, of_report(text, report), of_spacy(doc))
            row = {**place, "names": names, "open": doubt, "weight": WEIGHT}
            out.write(json.dumps(row, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
