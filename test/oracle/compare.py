"""Networks side by side, their difference and the price-occupancy frontier (MK), stated a second time from SPEC.md alone.

Reads lines of JSON on standard input, answers each with one: first {"table": [...]}, then one comparison a line.
"""

import itertools
import json
import sys

from headlines import first_year, npv_of, outlay_of
from capital import resale_of
from market_terms import (
    GROUPS, OF_NETWORK, contradictions, eligibility_of, evidence_of, is_known, number_of, terms_of,
)  # fmt: skip
from power import wall_watts
from prices import power_floor
from resolved import FLAT_TOKEN, NO_SUBSIDY, resolve
from statement import LINES, statement_of

GOOD, BAD = 0, 1
ENDS = {"pessimistic": [BAD], "typical": [BAD, GOOD], "left out": [GOOD]}  # MK10


class Engine:
    """One scenario of given inputs at one end of the unknown terms; each is worked out once."""

    def __init__(self, table):
        self.table, self.kept, self.needed = table, {}, {}

    def at(self, given, end, more=()):
        key = json.dumps([given, end, more], sort_keys=True)
        if key not in self.kept:
            s = {**resolve(given, self.table, end), **dict(more)}
            statement = statement_of(s)
            self.kept[key] = (s, statement)
        return self.kept[key]

    def net(self, given, end):
        return first_year(*self.at(given, end))

    def gross(self, given, end):
        return sum(first_year(*self.at(given, end), key) for key in ("usageUsd", "subsidyUsd"))

    def refusal(self, given):
        """I2, I3, E3: the name of an input that is outside its bounds or missing, 'overload', or None."""
        s = {row["key"]: row["assumed"] for row in self.table} | given
        for row in self.table:
            if not all(s[when["key"]] in when["is"] for when in row.get("appliesWhen", [])):
                continue
            value = s[row["key"]]
            if value is None and row.get("whenUnknown") == "needed":
                return row["key"]
            if row["kind"] in ("number", "integer") and value is not None:
                if not row["low"] <= value <= row["high"]:
                    return row["key"]
        try:
            for state in ("rented", "idle"):
                wall_watts(resolve(given, self.table, BAD), state)
        except ValueError:
            return "overload"
        return None


def size_of(s, statement):
    """All amounts that are added up: what the rounding of a net or of an NPV is measured against."""
    return sum(abs(row[key]) for row in statement["rows"] for key in [*LINES, "bankedUsd"]) + sum(
        resale_of(s, statement["rows"]) or [0]
    )


def given_of(owner, terms):
    """MK5: the owner's scenario with the network's inputs; collateral in tokens needs a payout in tokens (MK12)."""
    entries = {key: entry for key, entry in owner.items() if key not in OF_NETWORK} | terms
    given = {key: number_of(entry) for key, entry in entries.items() if is_known(entry)}
    if given.get("collateralKind") == "token" and given.get("payoutCurrency", "cash") != "token":
        given["collateralKind"] = "cash"
    return given


def zero_of(f, low, high):
    """Where f changes its sign between low and high: a guess by the chord, tried on both sides, else by halves."""
    at_low, at_high = f(low), f(high)
    if at_low == 0 or at_high == 0:
        return low if at_low == 0 else high
    if (at_low < 0) == (at_high < 0):
        return None
    for _ in range(60):
        guess = low - at_low * (high - low) / (at_high - at_low)
        near = 1e-12 * max(1, abs(guess))
        for x in (guess - near, guess + near, (low + high) / 2):
            if not low < x < high:
                continue
            value = f(x)
            if (value < 0) == (at_low < 0):
                low, at_low = x, value
            else:
                high, at_high = x, value
        if high - low <= 3e-12 * max(1, abs(high)):
            break
    return (low + high) / 2


def lost_by_load(s, statement):
    """N3 over the months of N1."""
    year = min(12, s["horizonMonths"])
    worn, unworn = resale_of(s, statement["rows"]), resale_of(s, statement["rows"], worn=False)
    return 0 if worn is None else (unworn[year] - worn[year]) / year


TARGETS = {  # P2
    "cashBreakEven": lambda s, statement: first_year(s, statement, "netBeforeTaxUsd"),
    "toBeatOff": lambda s, statement: first_year(s, statement, "netBeforeTaxUsd") - lost_by_load(s, statement),
}


def needed_of(engine, given, end):
    """MK7, P2, A2: prices at 20, 40 and 60 % or at the given share; the share at the given price."""
    price, share = given.get("priceUsdPerGpuHour"), given.get("rentalUtilizationRatio")
    if price is None:
        shares = [0.2, 0.4, 0.6] if share is None else [share]
        at = lambda share, p: {**given, "rentalUtilizationRatio": share, "priceUsdPerGpuHour": p}
        return {
            "prices": [
                {"share": u} | {
                    name: zero_of(lambda p: target(*engine.at(at(u, p), end)), 0, 100)
                    for name, target in TARGETS.items()
                }
                for u in shares
            ]
        }  # fmt: skip
    at_share = lambda u: {**given, "rentalUtilizationRatio": u}
    return {
        "shares": {
            name: zero_of(lambda u: target(*engine.at(at_share(u), end)), 0, 1) for name, target in TARGETS.items()
        }
    }


def network_of(engine, question, market):
    owner, cards = question["owner"], question["cards"]
    own = market["id"] == question["ownNetworkId"]
    terms, unknown = terms_of(market, owner, own, cards, question["preferredCurrency"], question["policy"])
    counted_typed = terms.get("priceBasis", "buyer pays") in ("buyer pays", "host receives")
    kinds = [evidence_of(terms.get(key)) for key in ("priceUsdPerGpuHour", "rentalUtilizationRatio")]
    typed_claim = lambda key: own and is_known(owner.get(key)) and terms.get(key) is owner[key]
    for index, key in enumerate(("priceUsdPerGpuHour", "rentalUtilizationRatio")):
        if kinds[index] is None and typed_claim(key):
            kinds[index] = "assumption"  # MK5: it counts whatever its class
    if not counted_typed:
        kinds[0] = None
    for key, kind in zip(("priceUsdPerGpuHour", "rentalUtilizationRatio"), kinds):
        if kind is None:
            terms.pop(key, None)
    if not counted_typed:
        terms.pop("priceBasis")
    given = given_of(owner, terms)
    answer = {
        "id": market["id"],
        "eligibility": eligibility_of(market, cards),
        "given": {key: given[key] for key in OF_NETWORK if key in given},
        "unknown": unknown,
        "contradictions": contradictions(market, cards),
    }
    if answer["eligibility"] == "ineligible":
        return answer | {"rank": "ineligible"}
    if engine.refusal(given) is not None:
        return answer | {"rank": "refused", "refused": engine.refusal(given)}
    answer["terms"] = terms
    if None in kinds:
        needed = {}
        for end in {"pessimistic": [BAD], "typical": [BAD], "left out": [GOOD]}[question["policy"]]:
            key = json.dumps([given, end], sort_keys=True)
            if key not in engine.needed:
                engine.needed[key] = needed_of(engine, given, end)
            needed[["good", "bad"][end]] = engine.needed[key]
        return answer | {"rank": "needed", "needed": needed}
    at_bad, at_good = engine.net(given, BAD), engine.net(given, GOOD)
    ends = ENDS[question["policy"]]
    # MK7: earned, and never paid out
    if engine.at(given, ends[0])[1]["firstCashDay"] is None and engine.gross(given, ends[0]) > 0:
        return answer | {"rank": "refused", "refused": "nothing is paid out"}
    return answer | {
        "rank": "assumed" if "assumption" in kinds else "ranked",
        "netAtBad": at_bad,
        "netAtGood": at_good,
        "net": sum(engine.net(given, end) for end in ends) / len(ends),
        "firstCashDay": engine.at(given, ends[0])[1]["firstCashDay"],
        "scale": max(size_of(*engine.at(given, end)) for end in (GOOD, BAD)),
    }


RANKS = ["ranked", "assumed", "needed", "refused", "ineligible"]


def order_of(networks):
    """MK7."""
    return sorted(networks, key=lambda n: (RANKS.index(n["rank"]), -n.get("net", 0), n["id"]))


def metric_of(engine, given, policy):
    """MK12: NPV as an even amount at the end of each month of the horizon."""
    values, scales = [], []
    for end in ENDS[policy]:
        s, statement = engine.at(given, end)
        months, rate = s["horizonMonths"], (1 + s["discountRatePerYear"]) ** (1 / 12) - 1
        worth_of_one = sum((1 + rate) ** -month for month in range(1, months + 1))
        values.append(npv_of(s, statement) / worth_of_one)
        scales.append(size_of(s, statement) / worth_of_one)
    return sum(values) / len(values), max(scales)


def token_price(source):
    return number_of(source["tokenPriceUsd"]) if source.get("payoutCurrency") == "token" else None


def worth_kept(terms, subsidised, paying):
    """MK12: tokens of a subsidy are worth in a hybrid what they are worth on their own network."""
    own, paid, kept = token_price(subsidised), token_price(paying), dict(terms)
    for hour in ("RentedGpuHour", "UpGpuHour"):
        entry = kept.pop(f"subsidyTokensPer{hour}", None)
        if not is_known(entry) or own is None:
            continue
        if paid is not None:
            kept[f"subsidyTokensPer{hour}"] = number_of(entry) * own / paid
        else:
            before = kept.get(f"subsidyUsdPer{hour}")
            kept[f"subsidyUsdPer{hour}"] = (number_of(before) if is_known(before) else 0) + number_of(entry) * own
    emission = kept.pop("emissionTokensPerMonth", None)
    if is_known(emission) and own is not None and paid is not None:
        kept["emissionTokensPerMonth"] = number_of(emission) * own / paid
    return kept


def difference_of(engine, question, first, second):
    """MK12, MK13: each group's part is what it adds when its turn comes, over all orderings, on average."""
    plain = lambda entry: number_of(entry) if is_known(entry) else None
    differing = [
        name
        for name, keys in GROUPS.items()
        if any(plain(first["terms"].get(key)) != plain(second["terms"].get(key)) for key in keys)
        or (
            name == "subsidy"
            and any(plain(first["terms"].get(key)) for key in keys if "Tokens" in key)
            and token_price(first["terms"]) != token_price(second["terms"])
        )
    ]
    worths, scales = {}, []

    def worth(taken):
        if taken not in worths:
            terms = {}
            for name, keys in GROUPS.items():
                source = (second if name in taken else first)["terms"]
                terms |= {key: source[key] for key in keys if key in source}
            mixed = ("subsidy" in taken) != ("currency" in taken)
            if mixed:
                subsidised, paying = (second, first) if "subsidy" in taken else (first, second)
                terms = worth_kept(terms, subsidised["terms"], paying["terms"])
            value, scale = metric_of(engine, given_of(question["owner"], terms), question["policy"])
            worths[taken] = value
            scales.append(scale)
        return worths[taken]

    parts, orderings = dict.fromkeys(GROUPS, 0.0), 0
    for ordering in itertools.permutations(differing):
        orderings += 1
        taken = frozenset()
        for name in ordering:
            parts[name] += worth(taken | {name}) - worth(taken)
            taken |= {name}
    metrics = [worth(frozenset()), worth(frozenset(differing))]
    parts = {name: part / orderings for name, part in parts.items()}
    return {
        "ids": [first["id"], second["id"]],
        "metrics": metrics,
        "gap": metrics[1] - metrics[0],
        "parts": parts,
        "scale": max(scales),
    }


def frontier_of(engine, question, network, asked):
    """MK15, MK16. How far a top is refined moves its price: `best` is the engine's, to look at what it is there."""
    given = given_of(question["owner"], network["terms"])
    own, share = given["priceUsdPerGpuHour"], given["rentalUtilizationRatio"]
    # MK15 names no policy and MK10's mean of two nets has no one price: as for a price, the bad end (I3).
    ends = [GOOD if question["policy"] == "left out" else BAD]

    def share_at(price):
        return min(1, share * (price / own) ** -asked["elasticity"]) * (1 - asked["ownShare"])

    def net_at(price):
        at = {**given, "priceUsdPerGpuHour": price, "rentalUtilizationRatio": share_at(price)}
        return sum(engine.net(at, end) for end in ends) / len(ends)

    low = own / 4
    prices = [low * 16 ** (i / 96) for i in range(97)]
    if prices[-1] >= 100:  # MK15: from $100 on only $100 itself
        prices = [price for price in prices if price < 100] + [100]
    nets = [net_at(price) for price in prices]
    best = max(range(len(prices)), key=lambda i: nets[i])
    best_net, best_price = nets[best], prices[best]
    if 0 < best < len(prices) - 1:
        a, b = prices[best - 1], prices[best + 1]
        while b - a > 1e-7 * best_price:  # thirds, not golden section
            x, y = a + (b - a) / 3, b - (b - a) / 3
            a, b = (x, b) if net_at(x) < net_at(y) else (a, y)
        for x in (a, (a + b) / 2, b):
            if net_at(x) > best_net:
                best_net, best_price = net_at(x), x
    enough = best_net - 0.05 * abs(best_net)
    flat = [best, best]
    while flat[0] > 0 and nets[flat[0] - 1] >= enough:
        flat[0] -= 1
    while flat[1] < len(prices) - 1 and nets[flat[1] + 1] >= enough:
        flat[1] += 1

    bare = [*FLAT_TOKEN.items(), *NO_SUBSIDY.items()]
    at_best = {**given, "rentalUtilizationRatio": share_at(asked["best"])}
    worth = lambda p: npv_of(*engine.at({**at_best, "priceUsdPerGpuHour": p}, ends[0], bare))
    s, statement = engine.at(given, ends[0])
    no_capital = outlay_of(s, resale_of(s, statement["rows"])) is None  # P3: resale in
    return {
        "id": network["id"],
        "prices": prices,
        "shares": [share_at(price) for price in prices],
        "nets": nets,
        "bestIndex": best,
        "bestPrice": best_price,
        "bestNet": best_net,
        "isTop": 0 < best < len(prices) - 1,
        "flat": [prices[flat[0]], prices[flat[1]]],
        "netAtGivenBest": net_at(asked["best"]),
        "powerFloor": power_floor(engine.at(given, ends[0])[0])["againstOff"]["mean"],
        "fullCost": None if no_capital else zero_of(worth, 0, 100),
        "worthAround": [worth(price) for price in asked["around"]],
        "scale": network["scale"] * max(4, share_at(low) / share if share > 0 else 1),
    }


def probed(engine, question, network, probe):
    """P2: what the target is at values of a price or a share that the engine found."""
    given = given_of(question["owner"], network["terms"])
    if probe["share"] is not None:
        given["rentalUtilizationRatio"] = probe["share"]
    end = GOOD if question["policy"] == "left out" else BAD
    return [TARGETS[probe["target"]](*engine.at({**given, probe["key"]: value}, end)) for value in probe["at"]]


def answer_of(engine, question):
    networks = {m["id"]: network_of(engine, question, m) for m in question["markets"]}
    pairs = [
        difference_of(engine, question, networks[a], networks[b]) for a, b in question.get("pairs", [])
    ]
    frontiers = [frontier_of(engine, question, networks[f["id"]], f) for f in question.get("frontiers", [])]
    probes = [probed(engine, question, networks[probe["id"]], probe) for probe in question.get("probes", [])]
    engine.kept.clear()
    order = [network["id"] for network in order_of(networks.values())]
    for network in networks.values():
        network.pop("terms", None)  # they are in what is given
    return {"networks": list(networks.values()), "order": order, "pairs": pairs, "frontiers": frontiers, "probes": probes}


if __name__ == "__main__":
    engine = Engine(json.loads(sys.stdin.readline())["table"])
    for line in sys.stdin:
        print(json.dumps(answer_of(engine, json.loads(line))), flush=True)
