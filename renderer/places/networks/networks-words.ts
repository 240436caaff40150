/** The place's answer in words: who nets most, or what is missing to say it. */
import type { ComparedMarket, MarketOutcome } from '../../../shared/markets/compare.ts'
import { isEvidence } from '../../../shared/markets/evidence.ts'
import { formatFigure } from '../../../shared/units.ts'
import { neededPriceWords, neededShareWords, needs } from '../../../shared/markets/needed-words.ts'

type WithNet = Extract<MarketOutcome, { kind: 'ranked' | 'assumed' }>

/** Whole dollars from $10 up. */
export function dollarWords(usd: number): string {
  return formatFigure(usd, 'usd', Math.abs(usd) >= 9.995 ? 0 : 2)
}

/** "$52 to $68", or nothing where both ends read the same. */
export function netRangeWords(outcome: WithNet): string | null {
  const low = dollarWords(outcome.netLowUsdPerMonth)
  const high = dollarWords(outcome.netHighUsdPerMonth)
  return low === high ? null : `${low} to ${high}`
}

/**
 * `compared` is in the order of `compareMarkets`; `rigWords` names the cards, null where they are not known.
 * Example: "On 2 × GeForce RTX 3090, of 21 networks 3 have price and rented share on record; Vast.ai nets most:
 * $61 a month ($52 to $68)."
 */
export function networksSentence(compared: readonly ComparedMarket[], rigWords: string | null): string {
  const ranked = compared.filter(hasNet('ranked'))
  const assumed = compared.filter(hasNet('assumed'))
  const rig = rigWords ?? 'this rig, whose cards are not named,'
  const total = compared.length
  const counted = countedWords(compared)
  if (ranked.length > 0)
    return `On ${rig}, of ${counted ?? `${total} networks`} ${ranked.length} ${ranked.length === 1 ? 'has' : 'have'} price and rented share on record; ${bestWords(null, ranked)}.`
  if (assumed.length > 0)
    return `On ${rig}, ${counted === null ? `none of ${total} networks` : `of ${counted} none`} has both price and rented share on record; ${bestWords('on your assumption', assumed)}.`
  if (compared.length > 0 && compared.every(({ outcome }) => outcome.kind === 'ineligible'))
    return `None of ${total} networks takes ${rig}.`
  return missingSentence(compared, rig)
}

/**
 * What stands small beneath the sentence: beside ranked nets the one on an assumption, without any net who shows a
 * price at all; null where there is nothing to add.
 */
export function besideSentence(compared: readonly ComparedMarket[]): string | null {
  const assumed = compared.filter(hasNet('assumed'))
  const isRanked = compared.some(hasNet('ranked'))
  if (assumed.length > 0)
    return isRanked ? `${started(bestWords('on your assumption', assumed))}. It is not ranked.` : null
  const isOpen = compared.some(({ outcome }) => outcome.kind === 'needed')
  return isRanked || !isOpen ? null : shownSentence(compared)
}

/**
 * Of whom it is said how many have price and rented share on record, where one that is set aside has both too; null:
 * of all of them.
 */
function countedWords(compared: readonly ComparedMarket[]): string | null {
  const aside = new Set(compared.filter(hasBothOnRecord).map(({ outcome }) => outcome.kind))
  if (aside.has('refused')) return 'the networks that can be compared'
  return aside.has('ineligible') ? 'the networks that may take it' : null
}

function hasBothOnRecord({ price, utilization }: ComparedMarket): boolean {
  return price !== null && isEvidence(price.figure) && utilization !== null && isEvidence(utilization)
}

/** "Vast.ai nets most: $61 a month ($52 to $68)", "the best of them, Vast.ai, loses $12 a month". */
function bestWords(on: string | null, networks: readonly (ComparedMarket & { outcome: WithNet })[]): string {
  const [best] = networks as [ComparedMarket & { outcome: WithNet }]
  const { netUsdPerMonth } = best.outcome
  const range = netRangeWords(best.outcome)
  const behind = range === null ? '' : ` (${range})`
  const prefix = on === null ? '' : `${on} `
  const amount = `${dollarWords(Math.abs(netUsdPerMonth))} a month${behind}`
  if (netUsdPerMonth < 0)
    return networks.length === 1
      ? `${prefix}${best.name} loses ${amount}`
      : `${prefix}even the best of them, ${best.name}, loses ${amount}`
  return networks.length === 1
    ? `${prefix}${best.name} nets ${amount}`
    : `${prefix}${best.name} nets most: ${amount}`
}

/** With the shipped facts alone: nobody has both on record, so what it would take. */
function missingSentence(compared: readonly ComparedMarket[], rig: string): string {
  const counted = countedWords(compared)
  const who = counted === null ? ` none of ${compared.length} networks` : `: of ${counted}, none`
  const none = `For ${rig}${who} has both price and rented share on record.`
  const price = neededPriceWords(needs(compared))
  return price === null ? none : `${none} ${price}.`
}

/** "3 networks show a price for this card, and at the $1.85 of Vast.ai it must be rented 35 % of its up hours." */
function shownSentence(compared: readonly ComparedMarket[]): string {
  const showing = compared.filter(({ shownPrices }) => shownPrices.length > 0).length
  const share = neededShareWords(compared)
  const atPrice = share === null ? '' : `, and ${share}`
  if (showing === 0) return `No network shows a price for this card${atPrice}.`
  return `${showing} ${showing === 1 ? 'network shows' : 'networks show'} a price for this card${atPrice}.`
}

function hasNet(kind: WithNet['kind']) {
  return (market: ComparedMarket): market is ComparedMarket & { outcome: WithNet } =>
    market.outcome.kind === kind
}

const started = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
