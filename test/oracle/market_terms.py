"""What a network's profile sets in the owner's scenario (MK2 to MK6, MK9 to MK12), stated a second time from SPEC.md alone."""

from calendar_rules import month_number

GROUPS = {  # MK12
    "price": [
        "priceUsdPerGpuHour", "priceBasis", "contracts", "storageTerabytes", "storageUsdPerTerabyteMonth",
        "trafficIncomeUsdPerRentedGpuHour",
    ],
    "rentedShare": [
        "rentalUtilizationRatio", "rampUpMonths", "serviceLevel", "promisedUptimeRatio", "creditPerPointRatio",
        "creditMaximumRatio",
    ],
    "fees": ["platformFeeRatio", "platformFeeSteps", "paymentFeeRatio"],
    "friction": [
        "minimumPayoutUsd", "withdrawalFeeUsd", "saleVenue", "poolQuoteReserveUsd", "poolFeeRatio", "rangeLowRatio",
        "rangeHighRatio", "depthUsd", "orderBook", "dailyVolumeUsd", "dailySigmaRatio", "impactAlpha",
    ],
    "subsidy": [
        "subsidyUsdPerRentedGpuHour", "subsidyUsdPerUpGpuHour", "subsidyTokensPerRentedGpuHour",
        "subsidyTokensPerUpGpuHour", "emissionTokensPerMonth", "networkGpuHoursPerMonth", "emissionWork",
        "subsidyYearlyDecayRatio",
    ],
    "delay": [
        "payoutCadence", "payoutWeekday", "payoutMonthDay", "creditDelayDays", "holdDays", "collateralKind",
        "collateralUsd", "unbondingDays", "slashingEventsPerYear", "slashedShareRatio",
    ],
    "currency": [
        "payoutCurrency", "usageDenomination", "tokenPriceUsd", "tokenYearlyChangeRatio", "tokenPriceJumps",
    ],
}  # fmt: skip
OF_NETWORK = [key for keys in GROUPS.values() for key in keys]
IN_TOKENS = ["subsidyTokensPerRentedGpuHour", "subsidyTokensPerUpGpuHour", "emissionTokensPerMonth"]
COUNTED_BASES = ["buyer pays", "host receives"]
TRUST = {  # F3; a claim and a cap are not above a claim
    "own-measurement": 1, "own-receipt": 1, "on-chain-record": 1, "project-document": 0.8, "third-party": 0.5,
    "weak-third-party": 0.25, "claim": 0, "cap": 0, "assumption": 0,
}  # fmt: skip


def evidence_of(figure):
    """MK7: 'evidence', 'assumption' or None."""
    if figure is None or figure["value"] is None:
        return None
    if figure["class"] == "assumption":
        return "assumption"
    return "evidence" if TRUST[figure["class"]] > 0 else None


def most_trusted(points, key):
    """MK6: trust 1, else one of class assumption, else the highest trust; then the newest date, then the first."""
    known = [point for point in points if evidence_of(point[key]) is not None]
    rank = lambda point: (
        TRUST[point[key]["class"]] == 1,
        point[key]["class"] == "assumption",
        TRUST[point[key]["class"]],
        point[key]["asOf"] or "",
    )
    return max(known, key=rank, default=None)  # of equals the first


def card_of(cards):
    """MK6: the one kind of card of the rig."""
    ids = {card["catalogueId"] for card in cards}
    return ids.pop() if len(ids) == 1 else None


def counted_price(market, cards):
    card = card_of(cards)
    fitting = [
        point
        for point in market["prices"]
        if card is not None and card in point["catalogueIds"] and point["basis"] in COUNTED_BASES
    ]
    return most_trusted(fitting, "usdPerGpuHour"), fitting


def counted_share(market, cards):
    card = card_of(cards)
    fitting = [p for p in market["utilizations"] if not p["catalogueIds"] or card in p["catalogueIds"]]
    return most_trusted(fitting, "rentalUtilizationRatio")


def contradictions(market, cards):
    """MK8: of the counted price, how many others contradict it."""
    counted, fitting = counted_price(market, cards)
    if counted is None:
        return 0

    def ends(figure):
        low = figure["value"] if figure["low"] is None else figure["low"]
        return low, figure["value"] if figure["high"] is None else figure["high"]

    count = 0
    low, high = ends(counted["usdPerGpuHour"])
    for point in fitting:
        other = point["usdPerGpuHour"]
        if point is counted or point["basis"] != counted["basis"] or other["value"] is None:
            continue
        if TRUST[other["class"]] < TRUST[counted["usdPerGpuHour"]["class"]]:
            continue
        other_low, other_high = ends(other)
        count += other_low > high or low > other_high
    return count


def step_in_force(steps, currency, day):
    """MK2: the latest step for a currency on a day (YYYY-MM-DD)."""
    fitting = [s for s in steps if s["payoutCurrency"] in (currency, "any") and (s["from"] or "") <= day]
    return max(fitting, key=lambda s: (s["from"] or "", s["payoutCurrency"] == currency), default=None)


def documented(figure, policy):
    """MK10: a cost of which only the range is known."""
    if figure["value"] is not None or figure["low"] is None or figure["high"] is None:
        return None
    low, high = figure["low"], figure["high"]
    return {"pessimistic": high, "typical": (low + high) / 2, "leave out": low, "left out": low}[policy]


def fee_terms(steps, currency, start_month, policy):
    """MK2, MK3: (what the engine takes, unknown ones)."""
    first_day = f"{start_month}-01"
    terms, unknown = {}, []
    now = step_in_force(steps, currency, first_day)
    for key in ("platformFeeRatio", "paymentFeeRatio"):
        if now is not None and now[key]["value"] is not None:
            terms[key] = now[key]
        else:
            unknown.append(key)
            ranged = None if now is None else documented(now[key], policy)
            if ranged is not None:
                terms[key] = ranged
    rows = {}
    later = {s["from"] for s in steps if s["payoutCurrency"] in (currency, "any") and (s["from"] or "") > first_day}
    for day in sorted(later):
        month = month_number(day) + (0 if int(day[8:]) <= 15 else 1)
        fee = step_in_force(steps, currency, day)["platformFeeRatio"]["value"]
        if fee is None:
            unknown.append("platformFeeSteps")
        else:
            rows[month] = fee  # of two in one month the later one
    texts = [f"{number // 12:04d}-{number % 12 + 1:02d} {fee!r}" for number, fee in sorted(rows.items())]
    if texts:
        terms["platformFeeSteps"] = "; ".join(texts)
    return terms, unknown


def currency_of(market, preferred):
    """MK10: None where nobody says."""
    said = market["payout"]["currencies"]["value"]
    return preferred if said == "cash or token" else said


def known(terms, key, figure):
    if figure["value"] is not None:
        terms[key] = figure


def terms_of(market, owner, own, cards, preferred, policy):
    """MK5, MK10, MK11: (the network's inputs as entries, unknown ones by input)."""
    typed = {key: entry for key, entry in owner.items() if own and key in OF_NETWORK and is_known(entry)}
    terms, unknown = {}, []
    typed = {key: entry for key, entry in typed.items() if not is_taken_over(entry)}
    said = market["payout"]["currencies"]["value"]
    if said is not None and not (said == "cash or token" and typed.get("payoutCurrency") == "token"):
        typed.pop("payoutCurrency", None)
    if market["payout"]["cadence"]["value"] is not None:
        typed.pop("payoutCadence", None)
    if all(market["serviceLevel"][key]["value"] is not None for key in ("promisedUptimeRatio", "creditPerPointRatio")):
        typed.pop("serviceLevel", None)
    if "priceUsdPerGpuHour" not in typed:
        typed.pop("priceBasis", None)
    if "platformFeeRatio" not in typed and market["fees"]:
        typed.pop("platformFeeSteps", None)

    currency = typed.get("payoutCurrency") or currency_of(market, preferred)
    if currency is None:
        unknown.append("payoutCurrency")
    currency = currency or "cash"
    terms["payoutCurrency"] = currency

    price, _ = counted_price(market, cards)
    if price is not None and "priceUsdPerGpuHour" not in typed:
        terms["priceUsdPerGpuHour"], terms["priceBasis"] = price["usdPerGpuHour"], price["basis"]
    share = counted_share(market, cards)
    if share is not None:
        terms["rentalUtilizationRatio"] = share["rentalUtilizationRatio"]

    service = market["serviceLevel"]
    if service["promisedUptimeRatio"]["value"] is not None and service["creditPerPointRatio"]["value"] is not None:
        terms |= {"serviceLevel": "credits", **service}

    fees, fees_unknown = fee_terms(market["fees"], currency, owner["startMonth"], policy)
    terms |= fees
    unknown += fees_unknown

    payout = market["payout"]
    known(terms, "minimumPayoutUsd", payout["minimumUsd"])
    known(terms, "withdrawalFeeUsd", payout["withdrawalFeeUsd"])
    known(terms, "holdDays", payout["holdDays"])
    known(terms, "creditDelayDays", payout["creditDelayDays"])
    cadence = payout["cadence"]["value"]
    if cadence is not None:
        terms["payoutCadence"] = cadence if cadence in ("weekly", "monthly") else "daily"

    subsidy = market["subsidy"]
    known(terms, "subsidyUsdPerRentedGpuHour", subsidy["usdPerRentedGpuHour"])
    known(terms, "subsidyUsdPerUpGpuHour", subsidy["usdPerUpGpuHour"])
    if currency == "token":  # what is paid in tokens alone is nothing where the network pays cash
        known(terms, "subsidyTokensPerRentedGpuHour", subsidy["tokensPerRentedGpuHour"])
        known(terms, "subsidyTokensPerUpGpuHour", subsidy["tokensPerUpGpuHour"])

    known(terms, "tokenPriceUsd", market["token"]["priceUsd"])
    token_price = number_of({**terms, **typed}.get("tokenPriceUsd"))
    collateral = market["collateral"]
    kind, gpus = collateral["kind"]["value"], number_of(owner.get("gpuCount")) or 1
    usd, tokens = collateral["usdPerGpu"]["value"], collateral["tokensPerGpu"]["value"]
    if usd is None and tokens is not None and token_price is not None:  # a figure in dollars stands first
        usd = tokens * token_price
    if kind is not None:
        terms["collateralKind"] = kind
    if kind in ("cash", "token") and usd is not None:
        terms["collateralUsd"] = usd * gpus
    known(terms, "unbondingDays", collateral["unbondingDays"])

    terms |= typed
    if currency == "token":
        if "tokenPriceUsd" not in terms:
            terms["tokenPriceUsd"] = 1
            for key in IN_TOKENS:
                if number_of(terms.pop(key, None)):
                    unknown.append(key)
        if not {"tokenYearlyChangeRatio", "tokenPriceJumps"} & set(terms):
            unknown.append("tokenYearlyChangeRatio")
    locks = terms.get("collateralKind", "none") != "none"
    if "collateralKind" not in terms or (locks and "collateralUsd" not in terms):
        terms["collateralKind"] = "none"
        unknown.append("collateralKind")
    elif locks and "unbondingDays" not in terms:
        unknown.append("unbondingDays")
    ranged = ["platformFeeRatio", "minimumPayoutUsd", "withdrawalFeeUsd", "holdDays"]
    unknown = [key for key in unknown if key not in typed and key not in ranged]
    for key, figure in (("minimumPayoutUsd", "minimumUsd"), ("withdrawalFeeUsd", "withdrawalFeeUsd"), ("holdDays", "holdDays")):
        within = documented(payout[figure], policy)
        if key not in typed and within is not None:
            terms[key] = round(within) if key == "holdDays" else within
            unknown.append(key)
    if "platformFeeRatio" in fees_unknown and "platformFeeRatio" in terms and "platformFeeRatio" not in typed:
        unknown.append("platformFeeRatio")
    unknown += [key for key in [*ranged, "payoutCadence"] if key not in terms]
    if terms.get("priceBasis") == "host receives":
        unknown = [key for key in unknown if key != "platformFeeRatio"]
    return terms, unknown


def is_taken_over(entry):
    """MK5: a figure that says it comes from a network's terms."""
    return isinstance(entry, dict) and (entry["source"] or "").startswith("terms of ")


def is_known(entry):
    return entry is not None and (not isinstance(entry, dict) or entry["value"] is not None)


def number_of(entry):
    return entry["value"] if isinstance(entry, dict) else entry


def eligibility_of(market, cards):
    """MK9."""
    joining, rule = market["whoMayJoin"]["value"], market["hardware"]
    minimum = rule["minimumMemoryGigabytes"]["value"]
    fewest, most = rule["minimumGpuCount"]["value"], rule["maximumGpuCount"]["value"]
    lists = [("vendors", "vendor"), ("segments", "segment"), ("catalogueIds", "catalogueId")]
    asked = [(rule[name], key) for name, key in lists if rule[name] is not None]
    gpus = sum(card["count"] for card in cards)
    broken = joining == "closed to new hosts"
    broken |= fewest is not None and gpus < fewest
    broken |= most is not None and gpus > most
    conditional = joining in ("professional sites", "after approval")
    for card in cards:
        for allowed, key in asked:
            conditional |= card[key] is None
            broken |= card[key] is not None and card[key] not in allowed
        if minimum is not None:
            memory = card["memoryGigabytes"]
            upper = None if memory is None else memory["value"] if memory["high"] is None else memory["high"]
            conditional |= upper is None
            broken |= upper is not None and upper < minimum
    if broken:
        return "ineligible"
    if conditional:
        return "with conditions"
    said = joining is not None or asked or any(x is not None for x in (minimum, fewest, most))
    return "eligible" if said else "not said"
