/** Networks, and what a pack would change of them, as lines of text. */
import type { MarketEntry, MarketListing } from '../../shared/markets/market-book.ts'
import type { MarketChange } from '../../shared/markets/market-diff.ts'
import { editedPaths, noEdits } from '../../shared/markets/market-edits.ts'
import { feeStepOn } from '../../shared/markets/fee-schedule.ts'
import { leafAt, marketLeaves, saysTheSame } from '../../shared/markets/market-leaves.ts'
import type { PackPreview, PackPreviewEntry } from '../../shared/markets/market-pack.ts'
import type { FeeStep, MarketProfile } from '../../shared/markets/market-profile.ts'
import {
  amountWords,
  feeStepWords,
  fitWords,
  leafWords,
  pricePointWords,
  utilizationPointWords,
} from '../../shared/markets/market-words.ts'

export type FeesInForce = { readonly cash: FeeStep | null; readonly token: FeeStep | null }

/** The step of the schedule that holds on a day, by what is paid out; null: nothing is said of that day. */
export function feesInForce({ fees }: MarketProfile, date: string): FeesInForce {
  return { cash: feeStepOn(fees, date, 'cash'), token: feeStepOn(fees, date, 'token') }
}

export function networksTable({ markets }: MarketListing, date: string): readonly string[] {
  const rows = [
    ['id', 'name', 'pays in', `platform fee on ${date}`, 'prices', 'shares', 'unknown', 'from'],
    ...markets.map((entry) => {
      const { id, profile } = entry
      const unknown = marketLeaves.filter((leaf) => leafWords(leaf, leafAt(profile, leaf.path)) === 'unknown')
      return [
        id,
        profile.name,
        profile.payout.currencies.value ?? 'unknown',
        feeInShort(profile, date),
        String(profile.prices.length),
        String(profile.utilizations.length),
        `${unknown.length} of ${marketLeaves.length}`,
        originWords(entry),
      ]
    }),
  ]
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd(),
  )
}

function feeInShort(profile: MarketProfile, date: string): string {
  const { cash, token } = feesInForce(profile, date)
  const [inCash, inToken] = [cash, token].map((step) =>
    step === null ? 'unknown' : amountWords(step.platformFeeRatio),
  )
  return inCash === inToken ? inCash! : `${inCash} in cash, ${inToken} in token`
}

function originWords({ isShipped, isEdited, stored }: MarketEntry): string {
  const pack = stored?.body.packCompiledAt ?? null
  const from = pack !== null ? `pack of ${pack}` : isShipped ? 'catalogue' : 'book'
  return isEdited ? `${from}, edited` : from
}

const mark = (isYours: boolean): string => (isYours ? ' (yours)' : '')
const stepWords = (step: FeeStep | null): string => (step === null ? 'unknown' : feeStepWords(step))

export function networkLines(entry: MarketEntry, listing: MarketListing, date: string): readonly string[] {
  const { profile, stored } = entry
  const edits = stored?.body.edits ?? noEdits
  const edited: ReadonlySet<string> = new Set(editedPaths(edits))
  const { cash, token } = feesInForce(profile, date)
  return [
    `${profile.name} (${profile.id}), ${originWords(entry)}; ${profile.homepage}`,
    ...marketLeaves.map(
      (leaf) => `${leaf.label}${mark(edited.has(leaf.path))}: ${leafWords(leaf, leafAt(profile, leaf.path))}`,
    ),
    `Fee in force on ${date}, paid in cash${mark(edited.has('fees'))}: ${stepWords(cash)}`,
    `Fee in force on ${date}, paid in token${mark(edited.has('fees'))}: ${stepWords(token)}`,
    ...profile.fees.map((step) => `Fee step: ${feeStepWords(step)}`),
    ...linesOf(
      'Price',
      profile.prices,
      (point) => pricePointWords(point) + mark(isAmong(edits.prices, point)),
    ),
    ...linesOf(
      'Rented share',
      profile.utilizations,
      (point) => utilizationPointWords(point) + mark(isAmong(edits.utilizations, point)),
    ),
    ...linesOf('Fit', profile.workloadFits, (fit) => fitWords(fit) + mark(isAmong(edits.workloadFits, fit))),
    ...listing.snapshots
      .filter(({ body }) => body.networkId === entry.id)
      .map(({ body }) => `Offers seen on ${body.seenOn}: ${body.offers}, from ${body.fileName}`),
    ...listing.series
      .filter(({ body }) => body.networkId === entry.id)
      .map(
        ({ body }) =>
          `Prices of ${body.catalogueId ?? 'the token'}${body.basis === null ? '' : `, ${body.basis}`}: ${body.points} days, ${body.firstDate} to ${body.lastDate}, from ${body.fileName}`,
      ),
  ]
}

function isAmong<Row>(own: readonly Row[], row: Row): boolean {
  return own.some((each) => saysTheSame(each, row))
}

function linesOf<Row>(label: string, rows: readonly Row[], words: (row: Row) => string): readonly string[] {
  return rows.length === 0 ? [`${label}: unknown`] : rows.map((row) => `${label}: ${words(row)}`)
}

export function previewLines({ compiledAt, markets }: PackPreview, isTaken: boolean): readonly string[] {
  const differing = markets.filter(({ status }) => status !== 'same')
  const many = differing.length === 1 ? '1 network' : `${differing.length} networks`
  const ending =
    differing.length === 0
      ? 'Nothing differs, so nothing was changed.'
      : isTaken
        ? `Taken in: ${many}. Undo in the app takes all back in one step.`
        : `Nothing was changed. --yes takes in ${many}; --networks takes only some.`
  return [`A market pack of ${compiledAt}.`, ...markets.flatMap(marketLines), ending]
}

function marketLines({ id, name, status, changes }: PackPreviewEntry): readonly string[] {
  return [`${name} (${id}): ${status}`, ...changes.map((change) => `  ${changeLine(change)}`)]
}

function changeLine({ label, before, after, isEdited }: MarketChange): string {
  const yours = isEdited ? '  (what you said of it stays on top)' : ''
  if (before === null) return `+ ${label}: ${after}${yours}`
  if (after === null) return `- ${label}: ${before}${yours}`
  return `~ ${label}: ${before}  ->  ${after}${yours}`
}
