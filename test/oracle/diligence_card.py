"""A scorecard as it stands on a day (DG2 to DG14, DG16), stated a second time from SPEC.md alone, in exact rationals.

A power of 1/2 with a broken exponent is taken to 50 digits; everything else is exact.
"""

import re
from datetime import date as calendar_date
from decimal import Decimal, getcontext
from fractions import Fraction
from functools import cached_property, lru_cache

getcontext().prec = 50

PILLARS = ("service", "economics", "token")
DAY_MS = 86_400_000
EPOCH = calendar_date(1970, 1, 1).toordinal()
TRUST = {
    "own-measurement": Fraction(1), "own-receipt": Fraction(1), "on-chain-record": Fraction(1),
    "project-document": Fraction(4, 5), "third-party": Fraction(1, 2), "weak-third-party": Fraction(1, 4),
    "claim": Fraction(0), "cap": Fraction(0), "assumption": Fraction(0),
}  # fmt: skip
IMPORTANCE = {"critical": Fraction(10), "high": Fraction(15, 2), "medium": Fraction(5), "low": Fraction(5, 2)}
VALUE = {"yes": Fraction(1), "partly": Fraction(1, 2), "no": Fraction(0)}
HALF, UNKNOWN = Fraction(1, 2), (Fraction(0), Fraction(1))


@lru_cache(maxsize=None)
def day_of(iso):
    return calendar_date.fromisoformat(iso).toordinal() - EPOCH


@lru_cache(maxsize=None)
def half_to(age, half_life):
    whole, rest = divmod(age, half_life)
    if rest == 0:
        return Fraction(1, 2**whole)
    return Fraction(Decimal("0.5") ** (Decimal(age) / Decimal(half_life)))


def trusted(evidence):
    return TRUST[evidence] >= HALF


def standing_at(entries, day):
    """DG4, DG5: newest first, so that a withdrawal is known to stand before what it takes back is looked at."""
    taken, kept = set(), []
    for entry in sorted(entries, key=lambda e: e["sequence"], reverse=True):
        aside = entry["origin"] is not None and entry["origin"]["aside"]
        if aside or entry["recordedAtUtcMs"] >= (day + 1) * DAY_MS or entry["sequence"] in taken:
            continue
        body = entry["body"]
        if body["kind"] != "withdrawal":
            kept.append(entry)
        else:
            taken.add(body["sequence"])  # A later one is kept already: only an earlier one can be taken back.
    return kept[::-1]


def is_shown(answer):
    """DG7: what stands behind a yes that counts in full."""
    filed, linked = answer["fileSha256"] is not None, bool((answer["link"] or "").strip())
    return answer["computed"] is not None or {
        "own-measurement": filed or linked or bool(answer["text"].strip()),
        "own-receipt": filed or linked,
        "on-chain-record": linked,
    }.get(answer["class"], False)


def by_hand(item, answer):
    """DG7: what the engine computes, answered otherwise."""
    wanted, basis = item["computation"], answer["computed"]
    return wanted is not None and (basis is None or basis["by"] != wanted)


@lru_cache(maxsize=100_000)
def value_and_certainty(said, shown, evidence, age, half_life):
    """DG7"""
    trust = TRUST[evidence]
    value = HALF if said == "yes" and not (trust == 1 and shown) else VALUE[said]
    return value, trust * half_to(age, half_life)


@lru_cache(maxsize=100_000)
def known_interval(said, shown, evidence, age, half_life):
    value, certainty = value_and_certainty(said, shown, evidence, age, half_life)
    return value * certainty, value * certainty + 1 - certainty


def interval_of(answer, item, day):
    """DG7: of anything but "not applicable"."""
    if answer is None or answer["value"] == "unknown" or by_hand(item, answer):
        return UNKNOWN
    return known_interval(answer["value"], is_shown(answer), answer["class"], age_of(answer, day), item["halfLifeDays"])


def age_of(answer, day):
    return max(0, day - day_of(answer["seenOn"]))


@lru_cache(maxsize=None)
def weight_of(importance, *multipliers):
    """DG2, DG3"""
    return IMPORTANCE[importance] * max(Fraction(multiplier) for multiplier in multipliers)


class View:
    """A card's entries as they count on a day; `aged_to` may be a later one (DG17)."""

    def __init__(self, card, entries, day, aged_to=None):
        self.roles, self.day = card["roles"], day if aged_to is None else aged_to
        self.entries = standing_at(entries, day)
        self.answers = {}
        self.latest = {"test-job": {}, "tripwire": {}, "own-item": {}}
        checklist = None
        for entry in self.entries:
            body = entry["body"]
            kind = body["kind"]
            if kind == "answer":
                self.answers.setdefault(body["itemId"], []).append(entry)
            elif kind == "checklist":
                checklist = card["checklists"][body["sha256"]]
            elif kind == "own-item":
                self.latest[kind][body["item"]["id"]] = entry
            elif kind in self.latest:
                self.latest[kind][body["jobId" if kind == "test-job" else "tripwireId"]] = entry
        self.circumstances, self.items = set(), []
        if checklist is not None:  # DG5
            self.circumstances = {circumstance["id"] for circumstance in checklist["circumstances"]}
            self.items = list(checklist["items"])
            taken = self.circumstances | {item["id"] for item in self.items}
            own = self.latest["own-item"].values()  # in the order in which each was first added
            self.items += [e["body"]["item"] for e in own if e["body"]["item"]["id"] not in taken]
        self.scored = [self.score_item(item) for item in self.items]

    def bodies(self, kind):
        return [entry["body"] for entry in self.entries if entry["body"]["kind"] == kind]

    def answer(self, item_id):
        given = self.answers.get(item_id)
        return None if given is None else given[-1]["body"]

    def circumstance_is(self, circumstance, said):
        if circumstance not in self.circumstances:
            return False
        answer = self.answer(circumstance)
        return answer is not None and answer["value"] == said and trusted(answer["class"])

    def score_item(self, item):
        """DG7 to DG9"""
        counted = answer = self.answer(item["id"])
        out = False
        if answer is not None and answer["value"] == "not-applicable":
            exemption = item["exemption"]
            out = exemption is not None and self.circumstance_is(exemption["circumstanceId"], exemption["holdsWhen"])
            if out:
                out = TRUST[self.answer(exemption["circumstanceId"])["class"]] >= self.flag_of(item)
            others = [e["body"] for e in self.answers[item["id"]] if e["body"]["value"] != "not-applicable"]
            counted = others[-1] if others else None
        low, high = interval_of(counted, item, self.day)
        if counted is not answer:
            low = Fraction(0)
        flag = self.flag_of(item) > 0
        certainty = Fraction(0)
        if answer is not None and answer["value"] in VALUE and not by_hand(item, answer):
            age = age_of(answer, self.day)
            certainty = TRUST[answer["class"]] * half_to(age, item["halfLifeDays"])
        return {
            "id": item["id"], "part": item["part"], "applies": not out,
            "weight": weight_of(item["importance"], *(item["roleWeights"][role] for role in self.roles)),
            "low": low, "high": high, "redFlag": flag, "certainty": certainty,
        }  # fmt: skip

    def flag_of(self, item):
        """DG9: the trust of the "no" that makes a red flag; 0 without one."""
        if not item["redFlag"]:
            return 0
        said = [e["body"] for e in self.answers.get(item["id"], ())]
        said = [a for a in said if a["value"] in VALUE and trusted(a["class"]) and not by_hand(item, a)]
        stands = 0
        for answer in said:
            if TRUST[answer["class"]] >= stands:
                stands = TRUST[answer["class"]] if answer["value"] == "no" else 0
        return stands

    @cached_property
    def pillars(self):
        """DG8 to DG10"""
        return {pillar: self.pillar(pillar) for pillar in PILLARS}

    def pillar(self, pillar):
        mine = [item for item in self.scored if item["part"] in (pillar, "demand")]
        counting = [item for item in mine if item["applies"]]
        whole = sum((item["weight"] for item in mine), Fraction(0))
        weight = sum((item["weight"] for item in counting), Fraction(0))
        flags = [item["id"] for item in counting if item["redFlag"]]
        share = None if whole == 0 else (whole - weight) / whole
        if weight == 0:
            return {"low": None, "high": None, "verdict": "insufficient evidence", "flags": flags, "share": share}
        low, high = (100 * sum(item["weight"] * item[end] for item in counting if item["weight"]) / weight for end in ("low", "high"))
        if flags:
            low, high = min(low, Fraction(25)), min(high, Fraction(25))
        return {"low": low, "high": high, "verdict": verdict_of(low, high), "flags": flags, "share": share}

    def computed(self, by):
        """DG12, DG13: the standing answer to the item asked that is computed so, where it was computed."""
        for item in self.items:
            if item["computation"] == by:
                answer = self.answer(item["id"])
                basis = None if answer is None else answer["computed"]
                return basis if basis is not None and basis["by"] == by else None
        return None

    def computed_class(self, by):
        item = next(item for item in self.items if item["computation"] == by)
        return self.answer(item["id"])["class"]

    def first_tests(self):
        """DG11"""
        buyer = any(
            job["successfulJobs"] >= 1 and job["billedUsd"] is not None
            and job["outputCheck"] == "matched" and job["billSha256"] is not None
            for job in (entry["body"] for entry in self.latest["test-job"].values())
        )  # fmt: skip
        paid = any(Decimal(p["amount"]) > 0 and p["fileSha256"] is not None for p in self.bodies("payout"))
        usage = any(record["of"] == "paid-usage" and is_record(record) for record in self.bodies("record"))
        done = {"buyer": buyer, "provider": buyer or paid, "investor": buyer or usage}
        return {role: done[role] for role in self.roles}

    def gates(self):
        net, leave = self.computed("net"), self.computed("exit")
        provider = "closed"
        if net is not None and net["usageOnlyUsd"] > 0:
            classes = (net["priceClass"], net["utilizationClass"], self.computed_class("net"))
            provider = "open" if all(trusted(each) for each in classes) else "half"
        token, until = "closed", None
        revenue = any(r["of"] == "holder-revenue" and is_record(r) for r in self.bodies("record"))
        announced = [(e["body"], e["recordedAtUtcMs"] // DAY_MS) for e in self.entries if e["body"]["kind"] == "dated-path"]
        paths = [
            p["until"] for p, recorded in announced
            if p["link"] is not None and self.day <= day_of(p["until"]) <= recorded + 366
        ]  # fmt: skip
        if self.circumstance_is("has-token", "no"):
            token = "not-needed"
        elif revenue and leave is not None and leave["slippageRatio"] <= leave["slippageLimitRatio"]:
            token = "open" if trusted(leave["depthClass"]) else "half"
        elif paths:
            token, until = "open-until", max(paths)
        first = "open" if all(self.first_tests().values()) else "closed"
        return {"first-test": first, "provider": provider, "token": token, "until": until}

    def greyed(self):
        """DG14"""
        gates = self.gates()
        closed = [gates[gate] == "closed" for gate in ("first-test", "provider", "token")]
        after = ("economics", "token", "holding")
        return [what for at, what in enumerate(after) if any(closed[: at + 1])]

    def tripwires(self):
        """DG16"""
        return {key: self.tripwire(entry) for key, entry in self.latest["tripwire"].items()}

    def tripwire(self, entry):
        condition = entry["body"]["condition"]
        by = condition.get("by")
        figures = [
            (day_of(e["body"]["seenOn"]), e["sequence"], e["body"]["value"], trusted(e["body"]["class"]))
            for e in self.entries
            if e["body"]["kind"] == "figure" and e["body"]["metric"] == entry["body"]["metric"]
            and (by is None or day_of(e["body"]["seenOn"]) <= day_of(by))
        ]  # fmt: skip
        weighty = max((figure for figure in figures if figure[3]), default=None)
        if condition["when"] == "nothing-new":
            newest = weighty
            since = entry["recordedAtUtcMs"] // DAY_MS if newest is None else newest[0]
            return "red" if self.day - since > condition["days"] else "armed"
        for newest in (max(figures, default=None), weighty):
            if newest is not None:
                beyond = newest[2] - condition["threshold"]
                if beyond < 0 if condition["when"] == "below" else beyond > 0:
                    return "red"
        return "over" if by is not None and day_of(by) < self.day else "armed"


def is_record(record):
    """DG11: what can be looked up."""
    identified = re.fullmatch(r"[0-9A-Za-z:_-]{16,}", record["transaction"].strip())
    days = day_of(record["to"]) - day_of(record["from"])
    linked = re.match(r"https://[^\s/.]+\.[^\s/]+", record["link"])
    return record["usd"] >= 1 and identified is not None and linked is not None and 0 <= days <= 366


def verdict_of(low, high):
    """DG10"""
    if high < 40:
        return "avoid"
    if low >= 75:
        return "strong"
    if low >= 60:
        return "acceptable"
    return "insufficient evidence" if high - low > 40 else "caution"
