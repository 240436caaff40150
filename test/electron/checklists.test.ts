import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readChecklists } from '../../electron/checklists.ts'

const resources = fileURLToPath(new URL('../../resources', import.meta.url))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'idlewatt-checklists-'))
  cpSync(join(resources, 'checklists'), join(folder, 'checklists'), { recursive: true })
  cpSync(join(resources, 'starter-cards.json'), join(folder, 'starter-cards.json'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Content = {
  items: {
    id: string
    redFlag: boolean
    roleWeights: { investor: number }
    computation: string | null
    exemption: { circumstanceId: string } | null
  }[]
  permissions: { why: string }[]
  steps: { group: string }[]
  cards: {
    networkId: string
    answers: { itemId: string; class: string; seenOn: string; computed: unknown }[]
  }[]
}

/** Changes one file of the copy through its JSON. */
function change(name: string, edit: (content: Content) => void): void {
  const file = join(folder, name)
  const content = JSON.parse(readFileSync(file, 'utf8')) as Content
  edit(content)
  writeFileSync(file, JSON.stringify(content))
}

const refusal = (): string => {
  try {
    readChecklists(folder)
  } catch (error) {
    return String(error)
  }
  return 'nothing was refused'
}

const checklist = 'checklists/compute-market.json'
const onDisk = (name: string): unknown => JSON.parse(readFileSync(join(resources, name), 'utf8'))

describe('reading what ships for diligence', () => {
  test('gives the checklist, the permission sheet and the starter cards as they lie there', () => {
    const { shippedChecklist, permissionSheet, starters } = readChecklists()
    expect(shippedChecklist).toEqual(onDisk(checklist))
    expect(permissionSheet).toEqual(onDisk('checklists/permission-sheet.json'))
    expect(starters).toEqual((onDisk('starter-cards.json') as Content).cards)
  })

  test('names a missing file and what to do', () => {
    rmSync(join(folder, checklist))
    expect(refusal()).toMatch(
      /Cannot read .*compute-market\.json: ENOENT.*restore it from the installation or the repository\./,
    )
  })

  test('names a file that is not JSON', () => {
    writeFileSync(join(folder, 'starter-cards.json'), '{"schema": 1,')
    expect(refusal()).toMatch(/Cannot read .*starter-cards\.json: .*JSON/)
  })

  test('DG1 refuses an id that is there twice, by place', () => {
    change(checklist, ({ items }) => {
      items[4]!.id = items[3]!.id
    })
    expect(refusal()).toMatch(
      /compute-market\.json .*items\.4\.id: expected each id once, “workload-examples” stands twice/,
    )
  })

  test('DG1 refuses an exemption by a circumstance that is not there', () => {
    change(checklist, ({ items }) => {
      items.find(({ exemption }) => exemption !== null)!.exemption!.circumstanceId = 'no-such-thing'
    })
    expect(refusal()).toMatch(
      /exemption\.circumstanceId: expected a circumstance of this checklist, there is no “no-such-thing”/,
    )
  })

  test('DG1 refuses a second item computed as the net', () => {
    change(checklist, ({ items }) => {
      items[0]!.computation = 'net'
    })
    expect(refusal()).toMatch(/items: expected at most one item computed as “net”/)
  })

  test('DG3 refuses a red flag without weight for a role', () => {
    change(checklist, ({ items }) => {
      items.find(({ redFlag }) => redFlag)!.roleWeights.investor = 0
    })
    expect(refusal()).toMatch(/roleWeights: expected more than 0 for every role/)
  })

  test('refuses a permission without its reason and a step of an unknown group', () => {
    change('checklists/permission-sheet.json', ({ permissions, steps }) => {
      permissions[2]!.why = ' '
      steps[0]!.group = 'bank'
    })
    expect(refusal()).toMatch(/permission-sheet\.json .*permissions\.2\.why: .*; and 1 more/)
  })

  test('refuses a starter answer to what the checklist does not ask', () => {
    change('starter-cards.json', ({ cards }) => {
      cards[1]!.answers[2]!.itemId = 'no-such-item'
    })
    expect(refusal()).toMatch(
      /cards\.1\.answers\.2\.itemId: expected an item or a circumstance of the checklist/,
    )
  })

  test('refuses a starter answer that claims an own test or a computation', () => {
    change('starter-cards.json', ({ cards }) => {
      cards[0]!.answers[0]!.class = 'own-measurement'
    })
    expect(refusal()).toMatch(/cards\.0\.answers\.0\.class: expected at most a project document/)
    change('starter-cards.json', ({ cards }) => {
      cards[0]!.answers[0]!.class = 'project-document'
      cards[0]!.answers[0]!.computed = {
        by: 'exit',
        sizeUsd: 1,
        depthUsd: 1000,
        depthClass: 'on-chain-record',
        poolFeeRatio: 0,
        slippageRatio: 0.001,
        slippageLimitRatio: 0.01,
      }
    })
    expect(refusal()).toMatch(/cards\.0\.answers\.0\.computed: expected null: nothing was computed/)
  })

  test('refuses a network or an item that a starter card has twice', () => {
    change('starter-cards.json', ({ cards }) => {
      cards[3]!.networkId = cards[2]!.networkId
    })
    expect(refusal()).toMatch(/cards\.3\.networkId: expected each once, found “render” again/)
    change('starter-cards.json', ({ cards }) => {
      cards[3]!.networkId = 'nosana'
      cards[3]!.answers[1]!.itemId = cards[3]!.answers[0]!.itemId
    })
    expect(refusal()).toMatch(/cards\.3\.answers\.1\.itemId: expected each once, found “has-token” again/)
  })

  test('refuses a day that is none', () => {
    change('starter-cards.json', ({ cards }) => {
      cards[0]!.answers[0]!.seenOn = '2026-02-30'
    })
    expect(refusal()).toMatch(/starter-cards\.json .*cards\.0\.answers\.0\.seenOn: /)
  })
})
