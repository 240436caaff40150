"""Months, hours of the week and lists by month (T, H1, I7), stated a second time from SPEC.md alone."""

import calendar
import functools
import math


def month_number(text):
    """`2027-03` as a whole number of months, so that months compare and add."""
    return int(text[:4]) * 12 + int(text[5:7]) - 1


@functools.cache
def rows_of(text):
    """I7: rows parted by `;`, cells by a blank; a cell is a month number or a number."""
    cell = lambda word: month_number(word) if len(word) == 7 and word[4] == "-" else float(word)
    return [[cell(word) for word in row.split()] for row in text.split(";") if row.strip()]


def holding(rows, number, before):
    """I7: the second cell of the row that holds in a month; `before` before the first row."""
    held = before
    for row in rows:
        if row[0] <= number:
            held = row[1]
    return held


def product_until(rows, number, column=1):
    """R4, B10, E10: the product of a column over the rows of this month or before."""
    return math.prod(row[column] for row in rows if row[0] <= number)


def months_of(s):
    """T1, T2: real months of work, then whole months of at least 28 days until everything has arrived."""
    start = month_number(s["startMonth"])
    tail = math.ceil(days_to_wait(s) / 28)
    months = []
    for index in range(s["horizonMonths"] + tail):
        year, month = (start + index) // 12, (start + index) % 12 + 1
        first_weekday, days = calendar.monthrange(year, month)
        months.append(
            {
                "index": index,
                "number": start + index,
                "year": year,
                "month": month,
                "days": days,
                "firstWeekday": first_weekday,
                "works": index < s["horizonMonths"],
            }
        )
    return months


def days_to_wait(s):
    """T2: what passes at most between the last day of work and the last arrival."""
    days = s["creditDelayDays"] + 32 + s["holdDays"] + s["transferDays"]
    if s["payoutCurrency"] == "token":
        days += s["saleEveryDays"]
    if s["collateralKind"] != "none":
        days += s["unbondingDays"]
    return days


def offered_hours(s, month):
    """H1: [(hour of the week, how often the month has it)], offered hours only."""
    hours = []
    for hour, letter in enumerate(s["offeredWeek"]):
        if letter == "O":
            first = (hour // 24 - month["firstWeekday"]) % 7  # days until that weekday comes first
            hours.append((hour, (month["days"] - 1 - first) // 7 + 1))
    return hours
