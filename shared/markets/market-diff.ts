/**
 * What differs between two states of a network, in words, before anything changes.
 * @see SPEC.md MB3
 */
import { editedPaths, type MarketEdits, type MarketList, marketLists } from './market-edits.ts'
import { leafAt, marketLeaves, type MarketPath, saysTheSame, withLeaf } from './market-leaves.ts'
import type { MarketProfile } from './market-profile.ts'
import { feeStepWords, fitWords, leafWords, pricePointWords, utilizationPointWords } from './market-words.ts'

export type MarketDiffPath = 'name' | 'homepage' | MarketPath | MarketList

export type MarketChange = {
  readonly path: MarketDiffPath
  readonly label: string
  /** In words with unit, source and date; null where there was nothing to say it of. */
  readonly before: string | null
  /** Null where it goes. */
  readonly after: string | null
  /** The person said something at this path, which stays on top. */
  readonly isEdited: boolean
}

/**
 * Every difference between two states of a network, in the order in which a profile is shown; a new network is told in
 * full, but for what is unknown of it. Of a profile and itself there is none.
 * Example: 5 days of hold that become 7 give one change, from "5 days, ..." to "7 days, ...". @see SPEC.md MB3
 */
export function marketDiff(
  before: MarketProfile | null,
  after: MarketProfile,
  edits: MarketEdits | null = null,
): readonly MarketChange[] {
  const edited: ReadonlySet<string> = new Set(edits === null ? [] : editedPaths(edits))
  const isNew = before === null
  const changes: Told[] = []
  for (const path of ['name', 'homepage'] as const) {
    if (before?.[path] !== after[path])
      changes.push({ path, label: headLabels[path], before: before?.[path] ?? null, after: after[path] })
  }
  for (const leaf of marketLeaves) {
    const [was, is] = [before === null ? null : leafAt(before, leaf.path), leafAt(after, leaf.path)]
    if (!isNew && saysTheSame(was, is)) continue
    const words = leafWords(leaf, is)
    if (isNew && words === 'unknown') continue
    const { path, label } = leaf
    const wordsBefore = isNew ? null : leafWords(leaf, was)
    // What is rounded away in words is still a difference.
    changes.push(
      wordsBefore === words
        ? { path, label, before: JSON.stringify(was), after: JSON.stringify(is) }
        : { path, label, before: wordsBefore, after: words },
    )
  }
  for (const path of marketLists) changes.push(...listChanges(path, before, after))
  return changes.map(({ path, label, before: was, after: is }) => ({
    path,
    label,
    before: was,
    after: is,
    isEdited: edited.has(path),
  }))
}

type Told = Omit<MarketChange, 'isEdited'>

const headLabels = { name: 'Name', homepage: 'Home page' } as const

const listLabels: Readonly<Record<MarketList, string>> = {
  fees: 'Fee',
  prices: 'Price',
  utilizations: 'Rented share',
  workloadFits: 'Fit',
}

function listChanges(path: MarketList, before: MarketProfile | null, after: MarketProfile): readonly Told[] {
  const label = listLabels[path]
  const [was, is] = [before === null ? [] : entriesIn(before, path), entriesIn(after, path)]
  const goes = without(was, is)
  const comes = without(is, was)
  if (goes.length === 0 && comes.length === 0)
    return saysTheSame(was, is)
      ? []
      : [{ path, label, before: 'the same entries in another order', after: 'in a new order' }]
  // What goes and what comes under one name is one change.
  const changes = goes.map((entry) => {
    const at = comes.findIndex((other) => other.name === entry.name)
    const [successor] = at < 0 ? [] : comes.splice(at, 1)
    return { path, label, before: entry.words, after: successor?.words ?? null }
  })
  return [...changes, ...comes.map(({ words }) => ({ path, label, before: null, after: words }))]
}

/** `name` is what an entry is about, `words` all that it says; `content` is the entry itself. */
type Entry = { readonly name: string; readonly words: string; readonly content: unknown }

function entriesIn(profile: MarketProfile, path: MarketList): readonly Entry[] {
  switch (path) {
    case 'fees':
      return profile.fees.map((step) => ({
        name: `${step.from} ${step.payoutCurrency}`,
        words: feeStepWords(step),
        content: step,
      }))
    case 'prices':
      return profile.prices.map((point) => ({
        name: `${point.gpu} ${point.basis}`,
        words: pricePointWords(point),
        content: point,
      }))
    case 'utilizations':
      return profile.utilizations.map((point) => ({
        name: point.catalogueIds.join(' '),
        words: utilizationPointWords(point),
        content: point,
      }))
    case 'workloadFits':
      return profile.workloadFits.map((fit) => ({ name: fit.workload, words: fitWords(fit), content: fit }))
  }
}

/** The entries of `some` that are not in `others`, each counted once. */
function without(some: readonly Entry[], others: readonly Entry[]): Entry[] {
  const left = [...others]
  return some.filter((entry) => {
    const at = left.findIndex(({ content }) => saysTheSame(content, entry.content))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/**
 * `before` with what `after` says at these paths. With every path that the diff names it is `after`, but for the id.
 * @see SPEC.md MB3
 */
export function takenOver(
  before: MarketProfile,
  after: MarketProfile,
  paths: readonly MarketDiffPath[],
): MarketProfile {
  let profile = before
  for (const path of paths)
    profile = isWhole(path)
      ? { ...profile, [path]: after[path] }
      : withLeaf(profile, path, leafAt(after, path))
  return profile
}

function isWhole(path: MarketDiffPath): path is 'name' | 'homepage' | MarketList {
  return path === 'name' || path === 'homepage' || (marketLists as readonly string[]).includes(path)
}
