"""Selling tokens (Q2 to Q6), stated a second time from SPEC.md alone."""

import math

from calendar_rules import rows_of


def sale_of(s, tokens, price):
    """B5: (tokens that the market takes, USD that they bring after the exchange fee)."""
    taken, proceeds = VENUES[s["saleVenue"]](s, tokens, price)
    return taken, proceeds * (1 - s["exchangeFeeRatio"])


def on_exchange(s, tokens, price):
    return tokens, tokens * price


def into_pool(s, tokens, price):
    """Q2: a pool keeps sqrt(x y) as the price moves, and refills."""
    return tokens, constant_product(s, tokens * price * (1 - s["poolFeeRatio"]), price, s["poolQuoteReserveUsd"])


def into_depth(s, tokens, price):
    """Q3."""
    return tokens, constant_product(s, tokens * price, price, s["depthUsd"] / (1 - math.sqrt(0.98)))


def constant_product(s, value, price, reserve_at_start):
    reserve = reserve_at_start * math.sqrt(price / s["tokenPriceUsd"])
    return value * reserve / (reserve + value)


def into_range(s, tokens, price):
    """One range of Uniswap v3: real dollars L (sqrt p - sqrt low), real tokens L (1 / sqrt p - 1 / sqrt high)."""
    start = s["tokenPriceUsd"]
    low, high = s["rangeLowRatio"] * start, s["rangeHighRatio"] * start
    if price <= low:
        return 0.0, 0.0
    liquidity = s["poolQuoteReserveUsd"] / (math.sqrt(start) - math.sqrt(low))
    root = math.sqrt(min(price, high))
    room = liquidity * (1 / math.sqrt(low) - 1 / root)
    keep = 1 - s["poolFeeRatio"]
    taken = min(tokens, room / keep)
    moved = taken * keep * root / liquidity  # 1 / sqrt p grows by tokens / L
    return taken, liquidity * root * moved / (1 + moved)


def into_book(s, tokens, price):
    """Bids from the best down; each takes its dollars at its price."""
    left, proceeds = tokens, 0.0
    for below, dollars in rows_of(s["orderBook"]):
        at = price * (1 - below)
        sold = min(left, dollars / at)
        left -= sold
        proceeds += sold * at
    return tokens - left, proceeds


def by_square_root(s, tokens, price):
    """Q6: the token after the value q fetches price x (1 - c sqrt(q)); its integral, up to where that is 0."""
    c = s["impactAlpha"] * s["dailySigmaRatio"] / math.sqrt(s["dailyVolumeUsd"])
    value = min(tokens * price, c**-2) if c > 0 else tokens * price
    return value / price, value - c * value**1.5 * 2 / 3


VENUES = {
    "exchange": on_exchange,
    "pool": into_pool,
    "concentrated": into_range,
    "depth": into_depth,
    "order book": into_book,
    "square root": by_square_root,
}
