/** The checklist and the permission sheet that ship: whole, answerable, in our own words. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { checklistSchema, permissionSheetFormSchema } from '../../../shared/diligence/checklist-schema.ts'
import {
  type ChecklistItem,
  type Part,
  parts,
  pillars,
  type Role,
  roles,
  weightByImportance,
} from '../../../shared/diligence/checklist.ts'
import { coverage } from './checklist-coverage.ts'

const shipped = (name: string): unknown =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL(`../../../resources/checklists/${name}`, import.meta.url)), 'utf8'),
  )
const checklist = checklistSchema.parse(shipped('compute-market.json'))
const sheet = permissionSheetFormSchema.parse(shipped('permission-sheet.json'))
const { items, circumstances } = checklist
const ids = items.map(({ id }) => id)
const item = (id: string): ChecklistItem => items.find((each) => each.id === id)!

const textsOf = ({ question, why, howToCheck, evidenceThatCounts }: ChecklistItem): readonly string[] => [
  question,
  why,
  howToCheck,
  evidenceThatCounts,
]
const texts = [
  ...items.flatMap((each) => [each.topic, ...textsOf(each), each.exemption?.words ?? '']),
  ...circumstances.flatMap(({ question, howToCheck }) => [question, howToCheck]),
  ...sheet.permissions.flatMap(({ question, why, ifGranted }) => [question, why, ifGranted]),
  ...sheet.steps.flatMap(({ step, why }) => [step, why]),
].filter((text) => text !== '')

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^a-z0-9']+/)
    .filter((word) => word !== '')

const exemptedBy = (id: string) => items.filter(({ exemption }) => exemption?.circumstanceId === id)

const days = (...wanted: readonly string[]): readonly number[] => wanted.map((id) => item(id).halfLifeDays)

function weightOf(role: Role, part: Part, given: readonly ChecklistItem[] = items): number {
  return given
    .filter((each) => each.part === part)
    .reduce((sum, each) => sum + weightByImportance[each.importance] * each.roleWeights[role], 0)
}

/** All that run seven words long. */
const runsOf = (text: string): readonly string[] => {
  const words = wordsOf(text)
  return words.slice(6).map((_, at) => words.slice(at, at + 7).join(' '))
}

describe('the shipped checklist asks all that there is to ask', () => {
  test('every subject of the design has its items, and no item is without a subject', () => {
    for (const [subject, asked] of Object.entries(coverage))
      for (const id of asked) expect(ids, subject).toContain(id)
    expect(ids.filter((id) => !Object.values(coverage).flat().includes(id))).toEqual([])
  })

  test('it holds 40 questions to the service, 27 to the economics, 26 to the token and 5 to demand', () => {
    expect(parts.map((part) => items.filter((each) => each.part === part).length)).toEqual([40, 27, 26, 5])
  })

  test('DG12, DG13 the two that the engine computes stand where the gates look', () => {
    const computed = items.filter(({ computation }) => computation !== null)
    expect(computed.map(({ id, part, computation }) => [id, part, computation])).toEqual([
      ['net-at-own-tariff', 'economics', 'net'],
      ['depth-for-own-size', 'token', 'exit'],
    ])
    expect(ids).toEqual(expect.arrayContaining(['holder-revenue', 'price-visible']))
  })

  test('parts come in the order of the pillars, and a topic is one run of items', () => {
    const runs = items
      .map(({ part, topic }) => `${parts.indexOf(part)} ${topic}`)
      .filter((run, at, all) => run !== all[at - 1])
    expect(new Set(runs).size).toBe(runs.length)
    const order = runs.map((run) => Number(run[0]))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })
})

describe('every question can be answered', () => {
  test('by yes or no: it begins as such a question does and ends as one', () => {
    for (const { id, question } of items) {
      expect(question, id).toMatch(
        /(^|, )(Is|Are|Was|Were|Do|Does|Did|Can|May|Would|Will|Has|Have|is|are|did|does) /,
      )
      expect(question.endsWith('?') && question.split('?').length === 2, id).toBe(true)
    }
  })

  test('no two questions are alike', () => {
    for (const [at, one] of items.entries())
      for (const other of items.slice(at + 1)) {
        const [left, right] = [new Set(wordsOf(one.question)), new Set(wordsOf(other.question))]
        const shared = [...left].filter((word) => right.has(word)).length
        const alike = shared / (left.size + right.size - shared)
        expect(alike, `${one.id} and ${other.id}`).toBeLessThan(0.5)
      }
  })

  test('no text stands twice', () => {
    const own = items.flatMap(textsOf)
    expect(own.filter((text, at) => own.indexOf(text) !== at)).toEqual([])
  })

  test('each says what gives a full yes and what is less', () => {
    for (const { id, evidenceThatCounts } of items) {
      expect(evidenceThatCounts, id).toMatch(/\b(own|chain|computed)\b|^(Computed|On-chain)/i)
      expect(evidenceThatCounts, id).toMatch(
        /\b(documents?|claims?|third part(y|ies)|assumption|partly|not count)\b/,
      )
    }
  })
})

describe('DG1 exemptions follow from what a market is', () => {
  test('every circumstance makes something moot', () => {
    expect(circumstances.filter(({ id }) => exemptedBy(id).length === 0)).toEqual([])
  })

  test('without a token all that needs one is moot, and what concerns every market is not', () => {
    expect(exemptedBy('has-token').every(({ exemption }) => exemption!.holdsWhen === 'no')).toBe(true)
    const asked = items.filter(({ part, exemption }) => part === 'token' && exemption === null)
    expect(asked.map(({ id }) => id)).toEqual([
      'over-issuance',
      'supply-spread',
      'hardware-spread',
      'customer-spread',
      'identity-checks',
      'team-known',
    ])
  })

  test('only a circumstance that is absent makes an item moot: a "yes" never takes one out', () => {
    for (const { id, exemption } of items) if (exemption) expect(exemption.holdsWhen, id).toBe('no')
  })

  test('demand, the bill, the output and signs of life are asked of every market', () => {
    const always = new Set([
      'bill-matches-quote',
      'output-checked',
      'last-release',
      'last-answer',
      'payouts-arrive',
    ])
    for (const each of items)
      if (each.part === 'demand' || always.has(each.id)) expect(each.exemption, each.id).toBeNull()
  })
})

describe('weights and ages are a judgement that holds together', () => {
  test('DG2 no role leaves a pillar without weight, whatever does not apply and without demand', () => {
    for (const role of roles)
      for (const pillar of pillars) {
        const left = items.filter(({ exemption }) => exemption === null)
        expect(weightOf(role, pillar, left), `${role}, ${pillar}`).toBeGreaterThan(0)
      }
  })

  test('each role weighs its own pillar most', () => {
    const most = roles.map((role) => pillars.toSorted((a, b) => weightOf(role, b) - weightOf(role, a))[0])
    expect(most).toEqual(['service', 'economics', 'token'])
  })

  test('every item weighs for somebody', () => {
    expect(items.filter((each) => roles.every((role) => each.roleWeights[role] === 0))).toEqual([])
  })

  test('DG3 red flags are few', () => {
    expect(items.filter(({ redFlag }) => redFlag).map(({ id }) => id)).toEqual([
      'bill-matches-quote',
      'wrong-output-consequence',
      'last-release',
      'last-answer',
      'payouts-arrive',
      'domain-verified',
      'no-keys-or-work-data',
      'over-issuance',
      'upgrade-keys',
    ])
  })

  test('prices and rented hours age in a month, releases and answers in two, law and tax in a year', () => {
    expect(
      days(
        'price-visible',
        'availability',
        'utilization-evidence',
        'net-at-own-tariff',
        'depth-for-own-size',
      ),
    ).toEqual([30, 30, 30, 30, 30])
    expect(days('last-release', 'last-answer', 'support-answer-time')).toEqual([60, 60, 60])
    expect(days('taxes', 'legal-status-of-pay', 'token-legal-status', 'terms-of-service')).toEqual([
      365, 365, 365, 365,
    ])
  })
})

describe('the permission sheet', () => {
  test('asks for each permission by itself, and tells of a wallet and a domain in steps', () => {
    expect(sheet.permissions.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'root',
        'container-socket',
        'firewall',
        'wallet-key',
        'keys-on-machine',
        'work-data-on-machine',
        'auto-update',
        'remote-shell',
        'listening-ports',
        'kernel-module',
        'start-at-boot',
        'other-users-files',
      ]),
    )
    for (const group of ['wallet', 'domain'])
      expect(sheet.steps.filter((step) => step.group === group).length).toBeGreaterThanOrEqual(6)
  })

  test('has each id once', () => {
    const all = [...sheet.permissions, ...sheet.steps].map(({ id }) => id)
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('the words are plain and our own', () => {
  test('no word that promises or shouts', () => {
    for (const text of texts) {
      expect(text).not.toMatch(/\bA\.?I\b|\bsafe(ly|ty)?\b|\bguaranteed?\b|!|—|\p{Extended_Pictographic}/iu)
      expect(text, text).toMatch(/^[A-Z]/)
    }
  })

  const background = fileURLToPath(new URL('../../../../shared/background', import.meta.url))
  const isHere = existsSync(background)
  const skipped = isHere ? '' : ' (SKIPPED: ../shared/background is not beside this repository)'

  test.skipIf(!isHere)(`no seven words in a row are those of a background text${skipped}`, () => {
    const read = readdirSync(background).map((name) => readFileSync(`${background}/${name}`, 'utf8'))
    const theirs = new Set(read.flatMap(runsOf))
    expect(theirs.size).toBeGreaterThan(3_000)
    expect(texts.flatMap(runsOf).filter((run) => theirs.has(run))).toEqual([])
  })
})
