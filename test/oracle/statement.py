"""The monthly statement, stated a second time: plain Python, written from SPEC.md alone (H, E, R, B, W, S).

Not a copy of the engine: one scenario, one day after the other, Python's own powers and dates. A scenario is a
dict of resolved inputs, unknown ones None. Money is USD.
"""

import calendar
import math

INCOME_LINES = ["usageUsd", "subsidyUsd", "platformFeeUsd", "paymentFeeUsd"]
RUNNING_LINES = [
    "electricityUsd", "coolingUsd", "fixedChargeUsd", "consumablesUsd", "trafficUsd",
    "fixedOperatingUsd", "labourUsd", "repairsUsd",
]  # fmt: skip
PAYOUT_LINES = ["withdrawalFeeUsd", "saleCostUsd"]


def months_of(s):
    """T1, T2: real months of work, then whole months of at least 28 days until everything has arrived."""
    year, month = int(s["startMonth"][:4]), int(s["startMonth"][5:])
    days_to_wait = s["creditDelayDays"] + 32 + s["holdDays"] + s["transferDays"]
    months = []
    for index in range(s["horizonMonths"] + math.ceil(days_to_wait / 28)):
        y, m = year + (month - 1 + index) // 12, (month - 1 + index) % 12 + 1
        weekday_of_first, days = calendar.monthrange(y, m)
        months.append(
            {"index": index, "year": y, "month": m, "days": days, "firstWeekday": weekday_of_first}
        )
    return months


def hours_of_week(month):
    """Each hour of the month as its place in the week, Monday 0 h to Sunday 23 h."""
    for day in range(month["days"]):
        weekday = (month["firstWeekday"] + day) % 7
        yield from range(weekday * 24, weekday * 24 + 24)


def wall_watts(s, state):
    """E1 to E3: (watts at the wall, estimated)."""
    if s["powerBasis"] == "wall":
        return s["wallRentedWatts" if state == "rented" else "wallIdleWatts"], False
    board, host = (
        (s["rentedBoardWatts"], s["hostRentedWatts"])
        if state == "rented"
        else (s["idleBoardWatts"], s["hostIdleWatts"])
    )
    dc = s["gpuCount"] * board + host
    load = dc / s["psuRatedWatts"]
    if load > 1:
        raise ValueError("overloaded")
    points = [(p / 100, s[f"psuEfficiencyAt{p}Ratio"]) for p in (10, 20, 50, 100)]
    efficiency = points[0][1]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if x0 <= load <= x1:
            efficiency = y0 + (y1 - y0) * (load - x0) / (x1 - x0)
    watts = s["calibrationSlopeRatio"] * dc / efficiency + s["calibrationOffsetWatts"]
    return max(0.0, watts), load < 0.1


def usd_per_kwh(s, month):
    """E7, E8, E9: each offered hour's price, in USD; a list with one entry per offered hour of the month."""
    rate = 1 if s["tariffCurrency"] == "USD" else s["tariffCurrencyUsd"]
    growth = (1 + s["tariffYearlyChangeRatio"]) ** (month["index"] / 12)
    if s["tariffKind"] == "flat":
        of_hour = [s["flatTariffPerKwh"]] * 168
    else:
        second = s["secondTariffMonths"][month["month"] - 1] == "1"
        price = {
            "L": s["lowTariffPerKwh"],
            "M": s["middleTariffPerKwh"],
            "H": s["highTariffPerKwh"],
        }
        of_hour = [price[letter] for letter in s["secondTariffWeek" if second else "tariffWeek"]]
    return [
        of_hour[hour] * rate * growth
        for hour in hours_of_week(month)
        if s["offeredWeek"][hour] == "O"
    ]


def cooling_ratio(s, month):
    """E6: kWh of cooling per kWh of the rig."""
    if s["coolingKind"] == "room" and s["coolingMonths"][month["month"] - 1] == "1":
        return s["heatRemovedRatio"] / s["coolingCop"]
    return s["pueRatio"] - 1 if s["coolingKind"] == "site" else 0.0


def work_of(s, month):
    """H, E, R, W3, S1: what one month of work produces and costs, before any payout."""
    n, m = s["gpuCount"], month["index"]
    years = m / 12
    prices = usd_per_kwh(s, month)
    ramp = 1 if s["rampUpMonths"] == 0 else min(1, (m + 1) / s["rampUpMonths"])
    share = s["rentalUtilizationRatio"] * ramp
    up_hours = len(prices) * s["uptimeRatio"]
    rented, up = up_hours * share * n, up_hours * n
    rented_watts, idle_watts = wall_watts(s, "rented")[0], wall_watts(s, "idle")[0]
    own = 0 if s["baseline"] == "on anyway" else idle_watts
    kwh = up_hours * (own + share * (rented_watts - idle_watts)) / 1000
    kwh_usd = sum(prices) / len(prices)
    decay = (1 - s["subsidyYearlyDecayRatio"]) ** years
    usage = rented * s["priceUsdPerGpuHour"] * (1 + s["priceYearlyChangeRatio"]) ** years
    platform = 0 if s["priceBasis"] == "host receives" else s["platformFeeRatio"]
    after_platform = 1 - platform
    rate = 1 if s["tariffCurrency"] == "USD" else s["tariffCurrencyUsd"]
    replacement = s["replacementUsdPerGpu"]
    repair = 0 if replacement is None else max(0, replacement - s["warrantyUsdPerGpu"])
    token = s["payoutCurrency"] == "token"
    return {
        "rentedGpuHours": rented,
        "rigKwh": kwh,
        "usage": usage,
        "platformShare": platform,
        "paymentShare": after_platform * s["paymentFeeRatio"],
        "subsidyUsd": decay
        * (rented * s["subsidyUsdPerRentedGpuHour"] + up * s["subsidyUsdPerUpGpuHour"]),
        "subsidyTokens": decay
        * (rented * s["subsidyTokensPerRentedGpuHour"] + up * s["subsidyTokensPerUpGpuHour"])
        if token
        else 0,
        "electricityUsd": -kwh * kwh_usd,
        "coolingUsd": -kwh * cooling_ratio(s, month) * kwh_usd,
        "fixedChargeUsd": -s["fixedChargePerMonth"] * rate * (1 + s["tariffYearlyChangeRatio"]) ** years,
        "consumablesUsd": -rented * s["consumablesUsdPerRentedGpuHour"],
        "trafficUsd": -rented * s["trafficGigabytesPerRentedGpuHour"] * s["trafficUsdPerGigabyte"],
        "fixedOperatingUsd": -s["fixedOperatingUsdPerMonth"],
        "labourUsd": -s["labourHoursPerMonth"] * s["labourUsdPerHour"],
        "repairsUsd": -n * s["annualFailureRatio"] * repair * month["days"] / 365,
    }


def sale_usd(s, tokens, price):
    """B5: what a sale of tokens brings; a pool keeps sqrt(x y) as the price moves (Q2)."""
    value = tokens * price
    if s["saleVenue"] == "pool":
        reserve = s["poolQuoteReserveUsd"] * math.sqrt(price / s["tokenPriceUsd"])
        value = value * (1 - s["poolFeeRatio"])
        value = value * reserve / (reserve + value)
    return value * (1 - s["exchangeFeeRatio"])


def is_payout_day(s, month, date):
    if s["payoutCadence"] == "weekly":
        return (month["firstWeekday"] + date - 1) % 7 == int(s["payoutWeekday"])
    return s["payoutCadence"] == "daily" or date == s["payoutMonthDay"]


def statement_of(s):
    """S: rows by month, tail included, with the bridge (B6), and the tokens' account (B8)."""
    token = s["payoutCurrency"] == "token"
    usage_in_tokens = token and s["usageDenomination"] == "token"
    months = months_of(s)
    worked_days = sum(month["days"] for month in months[: s["horizonMonths"]])
    last_credit_day = worked_days + s["creditDelayDays"]
    to_credit, held, under_way = {}, {}, {}  # by day: [cash, tokens], [cash, tokens], USD
    balance = [0.0, 0.0]
    accrued = sold = for_fees = lost_tokens = 0.0
    first_cash_day, before, day, rows = None, None, 0, []

    def pipeline(price):
        parts = [balance, *to_credit.values(), *held.values()]
        return sum(c + t * price for c, t in parts) + sum(under_way.values())

    for month in months:
        working = month["index"] < s["horizonMonths"]
        work = work_of(s, month) if working else None
        row = dict.fromkeys([*INCOME_LINES, *RUNNING_LINES, *PAYOUT_LINES], 0.0)
        row |= {"lostUsd": 0.0, "revaluationUsd": 0.0, "bankedIncomeUsd": 0.0}
        row |= {key: work[key] if work else 0.0 for key in [*RUNNING_LINES, "rentedGpuHours", "rigKwh"]}
        for date in range(1, month["days"] + 1):
            price = s["tokenPriceUsd"] * (1 + s["tokenYearlyChangeRatio"]) ** (day / 365) if token else 0.0
            if before not in (None, price):
                row["revaluationUsd"] += pipeline(price) - pipeline(before)
            before = price

            cash, tokens = to_credit.pop(day, (0.0, 0.0))
            balance = [balance[0] + cash, balance[1] + tokens]

            worth, fee = balance[0] + balance[1] * price, s["withdrawalFeeUsd"]
            if is_payout_day(s, month, date):
                if worth >= s["minimumPayoutUsd"] and worth > fee:
                    if token:
                        accrued += balance[0] / price
                        for_fees += fee / price
                        held[day + s["holdDays"]] = [0.0, balance[1] + balance[0] / price - fee / price]
                    else:
                        held[day + s["holdDays"]] = [balance[0] - fee, 0.0]
                    row["withdrawalFeeUsd"] -= fee
                    balance = [0.0, 0.0]
                elif day >= last_credit_day:
                    row["lostUsd"] += worth
                    lost_tokens += balance[1]
                    balance = [0.0, 0.0]

            if day in held:
                cash, tokens = held.pop(day)
                proceeds = sale_usd(s, tokens, price) if token else cash
                row["saleCostUsd"] -= tokens * price + cash - proceeds
                sold += tokens
                under_way[day + s["transferDays"]] = proceeds
            if day in under_way:
                arrived = under_way.pop(day)
                row["bankedIncomeUsd"] += arrived
                if arrived > 0 and first_cash_day is None:
                    first_cash_day = day

            if work:
                share = 1 / month["days"]
                gross_tokens = work["usage"] / s["tokenPriceUsd"] * share if usage_in_tokens else 0.0
                gross = gross_tokens * price if usage_in_tokens else work["usage"] * share
                keep = 1 - work["platformShare"] - work["paymentShare"]
                tokens = gross_tokens * keep + work["subsidyTokens"] * share
                cash = (0.0 if usage_in_tokens else gross * keep) + work["subsidyUsd"] * share
                row["usageUsd"] += gross
                row["platformFeeUsd"] -= gross * work["platformShare"]
                row["paymentFeeUsd"] -= gross * work["paymentShare"]
                row["subsidyUsd"] += (work["subsidyUsd"] + work["subsidyTokens"] * price) * share
                accrued += tokens
                to_credit[day + 1 + s["creditDelayDays"]] = [cash, tokens]
            day += 1
        row["netUsd"] = sum(row[key] for key in [*INCOME_LINES, *RUNNING_LINES, *PAYOUT_LINES])
        row["bankedUsd"] = row["bankedIncomeUsd"] + sum(row[key] for key in RUNNING_LINES)
        row["pipelineUsd"] = pipeline(before)
        row["lastDay"] = day - 1
        row["month"] = f"{month['year']:04d}-{month['month']:02d}"
        rows.append(row)
    return {
        "rows": rows,
        "firstCashDay": first_cash_day,
        "tokens": {"accrued": accrued, "sold": sold, "forFees": for_fees, "lost": lost_tokens},
    }
