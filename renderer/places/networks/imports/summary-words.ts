/** What a listing says of one card, and the points that a person may take from it. */
import type { OfferSummary } from '../../../../shared/imports/offer-summary.ts'
import type { OfferSnapshotBody } from '../../../../shared/markets/market-book.ts'
import type { PricePoint, UtilizationPoint } from '../../../../shared/markets/market-profile.ts'
import { figureWords } from '../../../controls/figure-text.ts'
import { longest } from '../profile/term-bounds.ts'
import { countWords } from './import-words.ts'

/** "5 offers of GeForce RTX 4090 with 8 GPUs, seen 2026-11-21: half of them ask $0.31/GPU-h or less; 62 % are rented." */
export function summarySentence(summary: OfferSummary, cardName: string, seenOn: string): string {
  const { listings, gpus, askUsdPerGpuHour, rentedShareRatio, gpusOfKnownState } = summary
  const median =
    askUsdPerGpuHour === null
      ? ''
      : ` half of them ask ${figureWords(askUsdPerGpuHour.p50, 'usdPerGpuHour')} or less;`
  const whose = gpusOfKnownState === gpus ? '' : ` of the ${gpusOfKnownState} whose state is told`
  const rented =
    rentedShareRatio === null
      ? ' how many are rented is not told.'
      : ` ${figureWords(rentedShareRatio, 'ratio')}${whose} are rented.`
  return `${countWords(listings, 'offer', 'offers')} of ${cardName} with ${countWords(gpus, 'GPU', 'GPUs')}, seen ${seenOn}:${median}${rented}`
}

const sourceOf = ({ fileName }: OfferSnapshotBody): string =>
  `own listing of the market, “${fileName}”`.slice(0, longest.source)

/** What the market's own listing shows of rented hours; null where it does not tell. */
export function sharePointOf(snapshot: OfferSnapshotBody, summary: OfferSummary): UtilizationPoint | null {
  const { rentedShareRatio, rentedGpus, gpusOfKnownState, catalogueId } = summary
  if (rentedShareRatio === null) return null
  return {
    catalogueIds: [catalogueId],
    rentalUtilizationRatio: {
      value: rentedShareRatio,
      low: null,
      high: null,
      unit: 'ratio',
      source: sourceOf(snapshot),
      asOf: snapshot.seenOn,
      class: 'third-party',
    },
    note: `${rentedGpus} of ${countWords(gpusOfKnownState, 'GPU', 'GPUs')} were rented at one moment`,
  }
}

/** The median ask as the person's own assumption of what a buyer pays: by no other way does an ask become a price. */
export function assumedPriceOf(
  snapshot: OfferSnapshotBody,
  summary: OfferSummary,
  cardName: string,
): PricePoint | null {
  if (summary.askUsdPerGpuHour === null) return null
  return {
    gpu: cardName.slice(0, longest.card),
    catalogueIds: [summary.catalogueId],
    usdPerGpuHour: {
      value: summary.askUsdPerGpuHour.p50,
      low: null,
      high: null,
      unit: 'usdPerGpuHour',
      source: sourceOf(snapshot),
      asOf: snapshot.seenOn,
      class: 'assumption',
    },
    basis: 'buyer pays',
    note: 'the median ask, assumed to be what a buyer pays',
  }
}
