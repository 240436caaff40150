"""What is worth finding out, what changed and what a job cost (DG15, DG17, DG19), from SPEC.md alone; see diligence_card.py.

Reads lines of JSON on standard input, answers each with one: first {"table": [...]}, which no card needs, then one card a line.
"""

import json
import sys
from datetime import date as calendar_date
from fractions import Fraction

from diligence_card import (
    DAY_MS, EPOCH, HALF, PILLARS, TRUST, UNKNOWN, VALUE, View, by_hand, day_of, is_shown,
)  # fmt: skip


def is_near(pillars):
    """Whether a verdict hangs on less than 1e-9 of a point."""
    little = Fraction(1, 10**9)
    return any(
        p["low"] is not None
        and min(abs(p["high"] - 40), abs(p["low"] - 75), abs(p["low"] - 60), abs(p["high"] - p["low"] - 40)) < little
        for p in pillars.values()
    )


def width(pillars):
    return sum((p["high"] - p["low"] for p in pillars.values() if p["low"] is not None), Fraction(0))


def verdicts(pillars):
    return [p["verdict"] for p in pillars.values()]


def find_out(card, view, day):
    """DG15, as one would try it out: write the outcome into the card and score the card again."""
    before = view.pillars
    found = []
    for order, (item, scored) in enumerate(zip(view.items, view.scored)):
        answer = view.answer(item["id"])
        whole = answer is not None and not (answer["value"] == "yes" and not is_shown(answer)) and not by_hand(item, answer)
        measured = whole and answer["class"] == "own-measurement" and answer["value"] in VALUE
        if not scored["applies"] or (measured and day_of(answer["seenOn"]) >= day):
            continue
        low, high = UNKNOWN
        if whole and answer["value"] != "not-applicable" and TRUST[answer["class"]] == 1:
            low, high = scored["low"], scored["high"]
        outcomes = [("yes", high == 1), ("partly", low <= HALF <= high), ("no", low == 0)]
        after = [
            View(card, [*card["entries"], measurement(card, item, value, day)], day).pillars
            for value, possible in outcomes
            if possible
        ]
        found.append({
            "id": item["id"],
            "changes": any(verdicts(pillars) != verdicts(before) for pillars in after),
            "near": is_near(before) or any(is_near(pillars) for pillars in after),
            "width": min(width(before) - width(pillars) for pillars in after),
            "weight": scored["weight"],
            "order": order,
        })  # fmt: skip
    ranks = {width: rank for rank, width in enumerate(sorted({f["width"] for f in found}))}
    return [{**f, "rank": ranks[f["width"]]} for f in found]


def measurement(card, item, value, day):
    return {
        "sequence": max((e["sequence"] for e in card["entries"]), default=0) + 1,
        "recordedAtUtcMs": day * DAY_MS,
        "origin": None,
        "body": {
            "kind": "answer", "itemId": item["id"], "value": value, "class": "own-measurement",
            "seenOn": calendar_date.fromordinal(day + EPOCH).isoformat(), 
            "text": "tried", "link": None, "fileSha256": None,
            "computed": None if item["computation"] is None else {"by": item["computation"]},
        },
    }  # fmt: skip


def changes(card, earlier, later, before, after):
    """DG17"""
    aged = View(card, card["entries"], earlier, aged_to=later).pillars
    first, last = before.pillars, after.pillars
    parted = {}
    for pillar in PILLARS:
        ends = (first[pillar], aged[pillar], last[pillar])
        parted[pillar] = {
            end: {"ageing": minus(ends[1][end], ends[0][end]), "entries": minus(ends[2][end], ends[1][end])}
            for end in ("low", "high")
        }
    asked = {item["id"] for view in (before, after) for item in view.items}
    asked |= before.circumstances | after.circumstances
    sequence = lambda view, item: view.answers[item][-1]["sequence"] if item in view.answers else None  # noqa: E731
    gates = before.gates(), after.gates()
    wires = before.tripwires(), after.tripwires()
    return {
        "pillars": parted,
        "items": sorted(item for item in asked if sequence(before, item) != sequence(after, item)),
        "gates": [gate for gate in ("first-test", "provider", "token") if gates[0][gate] != gates[1][gate]],
        "verdicts": [p for p in PILLARS if first[p]["verdict"] != last[p]["verdict"]],
        "near": is_near(first) or is_near(last),
        "tripwires": sorted(key for key in wires[1] if wires[0].get(key) != wires[1][key]),
    }


def minus(minuend, subtrahend):
    return None if minuend is None or subtrahend is None else minuend - subtrahend


def cost_per_successful_job(job):
    """DG19"""
    failed = 0 if job["failedAttempts"] == 0 and job["failedAttemptsUsd"] is None else job["failedAttemptsUsd"]
    if job["successfulJobs"] < 1 or job["billedUsd"] is None or failed is None:
        return None
    return (Fraction(job["billedUsd"]) + Fraction(failed)) / job["successfulJobs"]


def answer_to(card):
    days = [day_of(date) for date in card["dates"]]
    views = [View(card, card["entries"], day) for day in days]
    answers = []
    for day, view in zip(days, views):
        pillars = view.pillars
        answers.append({
            "items": view.scored,
            "pillars": {key: {**p, "near": is_near({key: p})} for key, p in pillars.items()},
            "firstTests": view.first_tests(),
            "gates": view.gates(),
            "greyed": view.greyed(),
            "tripwires": view.tripwires(),
            "findOut": find_out(card, view, day) if card["bruteForce"] else None,
            "jobs": {key: cost_per_successful_job(e["body"]) for key, e in view.latest["test-job"].items()},
        })  # fmt: skip
    return {"dates": answers, "changes": changes(card, *days, *views)}


if __name__ == "__main__":
    sys.stdin.readline()
    for line in sys.stdin:
        print(json.dumps(answer_to(json.loads(line)), default=float), flush=True)
