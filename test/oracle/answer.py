"""Card value, dated flows and headlines, stated a second time from SPEC.md alone (I3, I4, K, N, P, V, W).

Reads {"assumed": {...}, "scenarios": [{...given inputs...}, ...]} on standard input, answers a JSON list.
"""

import json
import sys

from statement import (
    RUNNING_LINES,
    cooling_ratio,
    months_of,
    statement_of,
    usd_per_kwh,
    wall_watts,
)

RANGES = {  # I3: key -> (good end, bad end)
    "platformFeeRatio": (0, 0.3),
    "minimumPayoutUsd": (0, 100),
    "holdDays": (0, 30),
    "withdrawalFeeUsd": (0, 10),
}
NO_SUBSIDY = dict.fromkeys(
    [
        "subsidyUsdPerRentedGpuHour",
        "subsidyUsdPerUpGpuHour",
        "subsidyTokensPerRentedGpuHour",
        "subsidyTokensPerUpGpuHour",
    ],
    0,
)


def resolve(given, assumed, end):
    """I3, I4: what nobody gave is assumed, ranged, estimated or unknown."""
    s = {**assumed, **given}
    for key, ends in RANGES.items():
        if s.get(key) is None:
            s[key] = ends[end]
    if s["powerBasis"] == "board":
        if s.get("rentedBoardWatts") is None:
            s["rentedBoardWatts"] = 0.85 * s["gpuBoardLimitWatts"]
        if s.get("psuRatedWatts") is None:
            dc = s["gpuCount"] * s["rentedBoardWatts"] + s["hostRentedWatts"]
            s["psuRatedWatts"] = max(50, dc / 0.6)  # the smallest supply of the table is 50 W
        if s.get("psuEfficiencyAt10Ratio") is None:
            s["psuEfficiencyAt10Ratio"] = s["psuEfficiencyAt20Ratio"]
    if s.get("replacementUsdPerGpu") is None:
        s["replacementUsdPerGpu"] = s.get("resaleTodayUsdPerGpu")
    return s


def resale_of(s, rows, worn=True):
    """W1, W2, W4: what selling all cards after t months brings, t from 0 to the horizon; None where unknown."""
    today, later = s.get("resaleTodayUsdPerGpu"), s.get("resaleIn12MonthsUsdPerGpu")
    if today is None or later is None:
        return None
    wear = (s.get("wearPer1000LoadHoursRatio") or 0) if worn else 0
    values, load_hours = [], 0.0
    for t in range(s["horizonMonths"] + 1):
        aged = today * (later / today) ** (t / 12) if today > 0 else 0
        value = aged * max(s["scrapRatio"], 1 - wear * load_hours / 1000) * s["gpuCount"]
        values.append(value)
        if t < s["horizonMonths"]:
            load_hours += rows[t]["rentedGpuHours"] / s["gpuCount"]
    return values


def outlay_of(s, resale):
    """K1: None where capital is left out."""
    if resale is None:
        return None
    if s["ownership"] == "to buy":
        price = s.get("purchaseUsdPerGpu")
        return None if price is None else price * s["gpuCount"]
    return resale[0] * (1 - s["saleCostRatio"])


def discounted(s, day, amount, rate=None):
    return amount / (1 + (s["discountRatePerYear"] if rate is None else rate)) ** (day / 365)


def flows_of(s, statement):
    """K2: [day, amount], the outlay first."""
    rows = statement["rows"]
    flows = [[row["lastDay"], row["bankedUsd"]] for row in rows]
    resale = resale_of(s, rows)
    outlay = outlay_of(s, resale)
    if outlay is None:
        return flows
    last = rows[s["horizonMonths"] - 1]["lastDay"]
    return [[0, -outlay], *flows, [last, resale[-1] * (1 - s["saleCostRatio"])]]


def npv_of(s, statement):
    """K3."""
    return sum(discounted(s, day, amount) for day, amount in flows_of(s, statement))


def first_year_net(s, statement):
    """N1."""
    rows = statement["rows"]
    months = min(12, s["horizonMonths"])
    return sum(row["netUsd"] for row in rows[:months]) / months


def payback_months(outlay, rows):
    """K4: the earliest moment from which cumulative banked cash never falls below zero again."""
    if outlay is None:
        return None
    sums = [-outlay]
    for row in rows:
        sums.append(sums[-1] + row["bankedUsd"])
    if sums[-1] < 0:
        return None
    below = [index for index, amount in enumerate(sums) if amount < 0]
    if not below:
        return 0
    last = below[-1]
    return last + -sums[last] / (sums[last + 1] - sums[last])


def decision_of(s, rows, outlay):
    """N6, N7."""
    worn, unworn = resale_of(s, rows), resale_of(s, rows, worn=False)
    if worn is None:
        return None
    keep = 1 - s["saleCostRatio"]
    last = rows[s["horizonMonths"] - 1]["lastDay"]
    all_banked = sum(discounted(s, row["lastDay"], row["bankedUsd"]) for row in rows)
    worth, values = 0.0, [worn[0] * keep]
    for k in range(1, s["horizonMonths"] + 1):
        row = rows[k - 1]
        worth += discounted(s, row["lastDay"], row["bankedUsd"])
        values.append(worth + discounted(s, row["lastDay"], row["pipelineUsd"] + worn[k] * keep))
    run = all_banked + discounted(s, last, worn[-1] * keep)
    values[-1] = run
    return {
        "runUsd": run,
        "sellUsd": worn[0] * keep,
        "leaveUsd": discounted(s, last, unworn[-1] * keep),
        "valueAfterMonths": values,
    }


def power_floor(s):
    """P1, against idle and against off: cheapest, mean, dearest offered hour of the first 12 months."""
    priced = []
    for month in months_of(s)[: min(12, s["horizonMonths"])]:
        priced += [price * (1 + cooling_ratio(s, month)) for price in usd_per_kwh(s, month)]
    rented, idle = wall_watts(s, "rented")[0], wall_watts(s, "idle")[0]
    per_hour = (
        s["consumablesUsdPerRentedGpuHour"]
        + s["trafficGigabytesPerRentedGpuHour"] * s["trafficUsdPerGigabyte"]
    )
    token = s["payoutCurrency"] == "token"
    keep = (1 if s["priceBasis"] == "host receives" else 1 - s["platformFeeRatio"]) * (
        1 - s["paymentFeeRatio"]
    )
    if token:
        keep *= 1 - s["exchangeFeeRatio"]
        keep *= 1 - s["poolFeeRatio"] if s["saleVenue"] == "pool" else 1
    of = lambda watts, price: (watts / 1000 / s["gpuCount"] * price + per_hour) / keep
    ends = {"cheapest": min(priced), "mean": sum(priced) / len(priced), "dearest": max(priced)}
    return {
        "keepRatio": keep,
        "againstIdle": {name: of(rented - idle, price) for name, price in ends.items()},
        "againstOff": {name: of(rented, price) for name, price in ends.items()},
    }


def levelized(s, rows, outlay, resale, rate):
    """P4 at one rate for the hours."""
    last = rows[s["horizonMonths"] - 1]["lastDay"]
    costs = sum(
        discounted(s, row["lastDay"], -sum(row[key] for key in RUNNING_LINES)) for row in rows
    )
    back = discounted(s, last, resale[-1] * (1 - s["saleCostRatio"]))
    hours = sum(discounted(s, row["lastDay"], row["rentedGpuHours"], rate) for row in rows)
    return (outlay + costs - back) / hours if hours > 0 else None


def shutdown_price(s, rows, floor):
    """P5; None without a rented hour."""
    hours = sum(row["rentedGpuHours"] for row in rows)
    avoidable = ["fixedChargeUsd", "fixedOperatingUsd", "labourUsd", "repairsUsd"]
    costs = -sum(row[key] for row in rows for key in avoidable)
    return floor["againstOff"]["mean"] + costs / hours / floor["keepRatio"] if hours > 0 else None


def answer_of(given, assumed):
    s = resolve(given, assumed, end=1)
    probes = given.get("probes", {})
    statement = statement_of(s)
    rows = statement["rows"]
    resale, unworn = resale_of(s, rows), resale_of(s, rows, worn=False)
    outlay = outlay_of(s, resale)
    flat = {**s, "tokenYearlyChangeRatio": 0}
    bare = {**flat, **NO_SUBSIDY}
    best = resolve(given, assumed, end=0)
    answer = {
        **statement,
        "horizonMonths": s["horizonMonths"],
        "wallRented": wall_watts(s, "rented"),
        "wallIdle": wall_watts(s, "idle"),
        "resale": resale,
        "unwornResale": unworn,
        "outlayUsd": outlay,
        "flows": flows_of(s, statement),
        "npvUsd": npv_of(s, statement),
        "usageOnlyUsd": npv_of(bare, statement_of(bare)),
        "withSubsidyUsd": npv_of(flat, statement_of(flat)),
        "netUsdPerMonth": first_year_net(s, statement),
        "netUsdPerMonthAtBest": first_year_net(best, statement_of(best)),
        "paybackMonths": payback_months(outlay, rows),
        "decision": decision_of(s, rows, outlay),
        "powerFloor": power_floor(s),
        "probes": {},
    }
    answer["shutdownUsdPerGpuHour"] = shutdown_price(s, rows, answer["powerFloor"])
    if outlay is not None:
        real = (1 + s["discountRatePerYear"]) / (1 + s["inflationPerYear"]) - 1
        answer["levelized"] = [levelized(s, rows, outlay, resale, rate) for rate in (None, real)]
    # Prices that the engine found: here only put in, to see what the target then is.
    for name, price in probes.items():
        at = {**(bare if name == "fullCost" else s), "priceUsdPerGpuHour": price}
        of = npv_of if name == "fullCost" else first_year_net
        answer["probes"][name] = of(at, statement_of(at))
    return answer


if __name__ == "__main__":
    request = json.load(sys.stdin)
    json.dump([answer_of(given, request["assumed"]) for given in request["scenarios"]], sys.stdout)
