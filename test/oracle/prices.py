"""Power floors, levelized cost, shutdown and exit rents (P, R3), stated a second time from SPEC.md alone."""

from calendar_rules import months_of, product_until, rows_of
from headlines import discounted
from power import cooling_ratio, energy_cost, hourly_prices, wall_watts
from statement import RUNNING_LINES
from work import hours_of, listing_price


def keep_ratio(s):
    """R3."""
    platform = 0 if s["priceBasis"] == "host receives" else s["platformFeeRatio"]
    keep = (1 - platform) * (1 - s["paymentFeeRatio"])
    if s["payoutCurrency"] == "token":
        keep *= 1 - s["exchangeFeeRatio"]
        keep *= 1 - s["poolFeeRatio"] if s["saleVenue"] in ("pool", "concentrated") else 1
    return keep


def mean_of_tiers(s, month):
    """P1: the mean price of a rig that is rented in all its up hours; the sun is not in the floor."""
    if s["tariffKind"] != "tiered":
        return None
    rented, idle = wall_watts(s, "rented")[0], wall_watts(s, "idle")[0]
    watts = rented - idle if s["baseline"] == "on anyway" else rented
    factor = product_until(rows_of(s["replacements"]), month["number"], column=3)
    kwh = hours_of(s, month)[1] * watts / 1000 * factor * (1 + cooling_ratio(s, month))
    return energy_cost({**s, "solarSurplus": "none"}, month, kwh)[1]


def power_floor(s):
    """P1, against idle and against off: cheapest, mean, dearest offered hour of the first 12 months."""
    priced = []
    for month in months_of(s)[: min(12, s["horizonMonths"])]:
        cooled = 1 + cooling_ratio(s, month)
        prices = hourly_prices(s, month, mean_of_tiers(s, month))
        priced += [(price * cooled, count) for price, count in prices]
    rented, idle = wall_watts(s, "rented")[0], wall_watts(s, "idle")[0]
    traffic = s["trafficGigabytesPerRentedGpuHour"] * s["trafficUsdPerGigabyte"]
    per_hour = s["consumablesUsdPerRentedGpuHour"] + traffic
    keep = keep_ratio(s)
    ends = {
        "cheapest": min(price for price, _ in priced),
        "mean": sum(price * count for price, count in priced) / sum(count for _, count in priced),
        "dearest": max(price for price, _ in priced),
    }
    floor = lambda watts, price, more: (watts / 1000 / s["gpuCount"] * price + per_hour + more) / keep
    lost = s["alternativeUsdPerIdleGpuHour"]
    off = {name: floor(rented, price, 0) for name, price in ends.items()}
    heat = None
    if s["heatUse"] == "heats rooms":
        saved = s["heatUsefulRatio"] * s["fuelUsdPerKwh"] / s["heaterEfficiencyRatio"]
        heat = off["mean"] - rented / 1000 / s["gpuCount"] * saved / keep
    return {
        "keepRatio": keep,
        "againstIdle": {name: floor(rented - idle, price, lost) for name, price in ends.items()},
        "againstOff": off,
        "winter": heat,
    }


def levelized(s, rows, outlay, resale, rate):
    """P4, P7 at one rate for the hours."""
    last = rows[s["horizonMonths"] - 1]["lastDay"]
    costs = sum(discounted(s, row["lastDay"], -sum(row[key] for key in RUNNING_LINES if key != "downtimeCreditUsd")) for row in rows)
    back = discounted(s, last, resale[-1] * (1 - s["saleCostRatio"]))
    hours = sum(discounted(s, row["lastDay"], row["rentedGpuHours"], rate) for row in rows)
    return (outlay + costs - back) / hours if hours > 0 else None


def shutdown_price(s, rows, floor):
    """P5, P7; None without a rented hour."""
    hours = sum(row["rentedGpuHours"] for row in rows)
    avoidable = ["fixedChargeUsd", "peakChargeUsd", "fixedOperatingUsd", "labourUsd", "repairsUsd"]
    costs = -sum(row[key] for row in rows for key in avoidable)
    return floor["againstOff"]["mean"] + costs / hours / floor["keepRatio"] if hours > 0 else None


def exit_rents(s, rows, resale):
    """P6: the mean rent of each month at which running it is worth what the card loses in it."""
    if resale is None:
        return None
    keep, month_rate = 1 - s["saleCostRatio"], (1 + s["discountRatePerYear"]) ** (1 / 12)
    rents = []
    for m, row in enumerate(rows[: s["horizonMonths"]]):
        per_dollar = row["rentedGpuHours"] * (1 - row["platformShare"] - row["paymentShare"])
        needed = resale[m] * keep - resale[m + 1] * keep / month_rate
        rented = row["usageUsd"] + row["platformFeeUsd"] + row["paymentFeeUsd"]
        missing = needed - (row["netBeforeTaxUsd"] - rented)
        rents.append(missing / per_dollar if per_dollar > 0 else None)
    return rents
