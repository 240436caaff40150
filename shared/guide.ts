/** The guide: what the words mean, how the models differ, what each kind of work asks for. */
import type { Workload } from './markets/market-profile.ts'

export type GlossaryTerm = {
  readonly id: string
  /** The field's own word. */
  readonly term: string
  /** Other words under which it is found. */
  readonly aliases: readonly string[]
  /** In a plain sentence or two. */
  readonly meaning: string
  readonly notToBeMixedWith: readonly { readonly id: string; readonly why: string }[]
  readonly related: readonly string[]
  /** Of SPEC.md, where Idlewatt computes it. */
  readonly rule: string | null
  /** The input of the calculator that it is typed into. */
  readonly inputKey: string | null
}

export type ModelsComparison = {
  readonly models: readonly { readonly id: string; readonly name: string; readonly termId: string }[]
  readonly questions: readonly {
    readonly id: string
    readonly question: string
    /** By the model's id. */
    readonly answers: Readonly<Record<string, string>>
  }[]
  readonly whichIsMine: readonly string[]
}

export type WorkloadNote = {
  readonly workload: Workload
  readonly label: string
  readonly meaning: string
  readonly whatToAsk: string
}

export type Guide = {
  /** The oldest of its files'. */
  readonly compiledAt: string
  readonly terms: readonly GlossaryTerm[]
  readonly models: ModelsComparison
  readonly workloads: readonly WorkloadNote[]
}

/**
 * The terms in which every typed word occurs, best first: the term or an alias is it, begins with it, has each word
 * at the beginning of one of its own, contains them; then those that only their meaning names. Punctuation and a
 * question around the word do not matter; nothing typed gives every term as it stands.
 *
 * Example: `searchTerms(terms, 'what is PUE?')[0].id` is `'pue'`.
 *
 * @see SPEC.md GD1
 */
export function searchTerms(terms: readonly GlossaryTerm[], typed: string): readonly GlossaryTerm[] {
  const words = wordsOf(withoutQuestion(typed))
  if (words.length === 0) return terms
  return terms
    .map((term, at) => ({ term, at, rank: rankOf(term, words) }))
    .filter(({ rank }) => rank < notFound)
    .sort((one, other) => one.rank - other.rank || one.at - other.at)
    .map(({ term }) => term)
}

const notFound = 5

function rankOf(term: GlossaryTerm, words: readonly string[]): number {
  const named = Math.min(...[term.term, ...term.aliases].map((name) => rankOfName(wordsOf(name), words)))
  if (named < notFound) return named
  return occurIn(wordsOf(term.meaning).join(' '), words) ? 4 : notFound
}

function rankOfName(name: readonly string[], words: readonly string[]): number {
  const whole = name.join(' ')
  const typed = words.join(' ')
  if (whole === typed) return 0
  if (whole.startsWith(typed)) return 1
  if (words.every((word) => name.some((part) => part.startsWith(word)))) return 2
  return occurIn(whole, words) ? 3 : notFound
}

const occurIn = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word))

/** In lower case, accents off, parted at whatever is neither letter nor digit. */
function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

function withoutQuestion(typed: string): string {
  return typed.replace(/^\s*(?:what(?:['’]?s| is| are| does)?|define|meaning of)\s+(?:(?:an?|the)\s+)?/i, '')
}
