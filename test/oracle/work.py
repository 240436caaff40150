"""What one month of work produces and costs before any payout (H, E, R, S5, W3), from SPEC.md alone."""

from calendar_rules import holding, offered_hours, product_until, rows_of
from power import cooling_ratio, energy_cost, heat_usd, peak_charge, usd_of_tariff, wall_watts


def hours_of(s, month):
    """H1, H6: (offered, up) machine hours."""
    offered = sum(count for _, count in offered_hours(s, month))
    up = offered * s["uptimeRatio"]
    if s["failureDowntime"] == "separate":
        up *= max(0, 1 - s["annualFailureRatio"] * s["repairDays"] / 365)
    for number, _, down, _ in rows_of(s["replacements"]):
        if number == month["number"]:
            up -= min(up, down)
    return offered, up


def contracts_in(s, month):
    """H5: the contracts that run in a month."""
    return [row for row in rows_of(s["contracts"]) if row[0] <= month["number"] <= row[1]]


def spot_share(s, month):
    """H5, H3."""
    ramp = 1
    if s["rampUpMonths"] > 0:
        ramp = min(1, (month["index"] + 1) / s["rampUpMonths"])
    factor = holding(rows_of(s["utilizationByMonth"]), month["number"], 1)
    return min(1, s["rentalUtilizationRatio"] * factor) * ramp


def listing_price(s, month):
    """R1, R4: the spot price of a month."""
    change = (1 + s["priceYearlyChangeRatio"]) ** (month["index"] / 12)
    return s["priceUsdPerGpuHour"] * change * product_until(rows_of(s["priceJumps"]), month["number"])


def platform_fee(s, month):
    """R3, R5."""
    if s["priceBasis"] == "host receives":
        return 0
    return holding(rows_of(s["platformFeeSteps"]), month["number"], s["platformFeeRatio"])


def subsidies(s, month, rented, up):
    """R2, R6: (cash, tokens)."""
    decay = (1 - s["subsidyYearlyDecayRatio"]) ** (month["index"] / 12)
    cash = rented * s["subsidyUsdPerRentedGpuHour"] + up * s["subsidyUsdPerUpGpuHour"]
    if s["payoutCurrency"] != "token":
        return cash * decay, 0.0
    tokens = rented * s["subsidyTokensPerRentedGpuHour"] + up * s["subsidyTokensPerUpGpuHour"]
    mine = rented if s["emissionWork"] == "rented" else up
    tokens += s["emissionTokensPerMonth"] * mine / (mine + s["networkGpuHoursPerMonth"])
    return cash * decay, tokens * decay


def penalties(s, month):
    """R9, B11: broken contracts in the last month of work, moving elsewhere when the network stops."""
    due = 0.0
    if month["index"] == s["horizonMonths"] - 1:
        due += sum(row[4] for row in rows_of(s["contracts"]) if row[0] <= month["number"] < row[1])
    if month["index"] + 1 == s["networkStopsAfterMonths"]:
        due += s["switchingCostUsd"]
    return due


def work_of(s, month):
    n = s["gpuCount"]
    offered, up_hours = hours_of(s, month)
    running = contracts_in(s, month)
    contracted = min(n, sum(row[2] for row in running))
    up, under_contract = up_hours * n, up_hours * contracted
    spot = up_hours * (n - contracted) * spot_share(s, month)
    rented = under_contract + spot
    share = rented / up if up > 0 else 0

    rented_watts, idle_watts = wall_watts(s, "rented")[0], wall_watts(s, "idle")[0]
    own = 0 if s["baseline"] == "on anyway" else idle_watts
    factor = product_until(rows_of(s["replacements"]), month["number"], column=3)
    kwh = up_hours * (own + share * (rented_watts - idle_watts)) / 1000 * factor
    cooling = cooling_ratio(s, month)
    energy, tier_mean = energy_cost(s, month, kwh * (1 + cooling))

    contract_usage = sum(up_hours * row[2] * row[3] for row in running)
    usage = (
        spot * listing_price(s, month)
        + contract_usage
        + s["storageTerabytes"] * s["storageUsdPerTerabyteMonth"]
        + rented * s["trafficIncomeUsdPerRentedGpuHour"]
    )
    platform = platform_fee(s, month)
    credit = 0.0
    if s["serviceLevel"] == "credits":
        missing = max(0, s["promisedUptimeRatio"] - up_hours / offered) * 100
        credit = min(s["creditMaximumRatio"], missing * s["creditPerPointRatio"])
    gigabytes = rented * s["trafficGigabytesPerRentedGpuHour"] - s["trafficIncludedGigabytesPerMonth"]
    fixed = s["fixedOperatingUsdPerMonth"] + s["colocationUsdPerMonth"] + s["insuranceUsdPerMonth"]
    replacement = s["replacementUsdPerGpu"]
    repair = 0 if replacement is None else max(0, replacement - s["warrantyUsdPerGpu"])
    subsidy_cash, subsidy_tokens = subsidies(s, month, rented, up)
    return {
        "rentedGpuHours": rented,
        "upGpuHours": up,
        "spotGpuHours": spot,
        "rigKwh": kwh,
        "tierMeanUsdPerKwh": tier_mean,
        "usage": usage,
        "contractShare": contract_usage / usage if usage > 0 else 0.0,
        "platformShare": platform,
        "paymentShare": (1 - platform) * s["paymentFeeRatio"],
        "creditShare": credit,
        "subsidyUsd": subsidy_cash,
        "subsidyTokens": subsidy_tokens,
        "lines": {
            "alternativeUsd": (up - rented) * s["alternativeUsdPerIdleGpuHour"],
            "heatCreditUsd": heat_usd(s, month, kwh),
            "electricityUsd": -energy / (1 + cooling),
            "coolingUsd": -energy * cooling / (1 + cooling),
            "fixedChargeUsd": -s["fixedChargePerMonth"] * usd_of_tariff(s, month),
            "peakChargeUsd": -peak_charge(s, month, rented_watts, idle_watts, factor, up_hours),
            "consumablesUsd": -rented * s["consumablesUsdPerRentedGpuHour"],
            "trafficUsd": -max(0, gigabytes) * s["trafficUsdPerGigabyte"],
            "fixedOperatingUsd": -fixed,
            "labourUsd": -s["labourHoursPerMonth"] * s["labourUsdPerHour"],
            "repairsUsd": -n * s["annualFailureRatio"] * repair * month["days"] / 365,
        },
    }
