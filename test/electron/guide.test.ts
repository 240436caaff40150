import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readGuide } from '../../electron/guide.ts'
import { workloads } from '../../shared/markets/market-profile.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'idlewatt-guide-'))
  mkdirSync(join(folder, 'guide'))
  cpSync(join(repository, 'resources', 'guide'), join(folder, 'guide'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Content = {
  terms: { id: string; related: string[]; notToBeMixedWith: unknown[]; inputKey: string | null }[]
  models: { termId: string }[]
  questions: { answers: Record<string, string> }[]
  workloads: unknown[]
}

/** Changes one file of the copy through its JSON. */
function change(name: string, edit: (content: Content) => void): void {
  const file = join(folder, 'guide', name)
  const content = JSON.parse(readFileSync(file, 'utf8')) as Content
  edit(content)
  writeFileSync(file, JSON.stringify(content))
}

const refusal = (): string => {
  try {
    readGuide(folder)
  } catch (error) {
    return String(error)
  }
  return 'nothing was refused'
}

describe('GD2 reading the guide', () => {
  test('gives what ships, with a note on every kind of work', () => {
    const guide = readGuide(folder)
    expect(guide).toEqual(readGuide())
    expect(guide.workloads.map(({ workload }) => workload)).toEqual([...workloads])
    expect(guide.compiledAt).toMatch(/^2026-\d\d-\d\d$/)
  })

  test('ships with the packages: every JSON file below resources/ is in their list', () => {
    const list = readFileSync(join(repository, 'electron-builder.yml'), 'utf8')
    expect(list).toMatch(/^ {2}- resources\/\*\*\/\*\.json$/m)
  })

  test('names a missing file and what to do', () => {
    rmSync(join(folder, 'guide', 'models.json'))
    expect(refusal()).toMatch(/Cannot read .*guide.models\.json: ENOENT.*restore it from the installation/)
  })

  test('names a file that is not JSON', () => {
    writeFileSync(join(folder, 'guide', 'glossary.json'), '{"schema": 1,')
    expect(refusal()).toMatch(/Cannot read .*glossary\.json: .*JSON/)
  })

  test('refuses a link to a term that is not there, and to itself, by place', () => {
    change('glossary.json', ({ terms }) => {
      terms[3]!.related = ['no-such-term']
    })
    expect(refusal()).toMatch(
      /glossary\.json .*terms\.3: expected the id of another term, found "no-such-term"/,
    )
    change('glossary.json', ({ terms }) => {
      terms[3]!.related = [terms[3]!.id]
    })
    expect(refusal()).toMatch(/terms\.3: expected the id of another term/)
  })

  test('refuses an id that is there twice', () => {
    change('glossary.json', ({ terms }) => {
      terms.push({ ...terms[0]!, related: [], notToBeMixedWith: [] })
    })
    expect(refusal()).toMatch(/expected each id once, found "ai-mining" again/)
  })

  test('refuses an input that the calculator does not have', () => {
    change('glossary.json', ({ terms }) => {
      terms[0]!.inputKey = 'noSuchInput'
    })
    expect(refusal()).toMatch(/terms\.0\.inputKey: expected an input of the calculator/)
  })

  test('refuses a question without an answer for each model', () => {
    change('models.json', ({ questions }) => {
      delete questions[2]!.answers['depin']
    })
    expect(refusal()).toMatch(/models\.json .*questions\.2\.answers: expected an answer for each of/)
  })

  test('refuses a model whose term the glossary does not have', () => {
    change('models.json', ({ models }) => {
      models[0]!.termId = 'no-such-term'
    })
    expect(refusal()).toMatch(/models\.json names the term "no-such-term"/)
  })

  test('refuses a kind of work that is missing or unknown', () => {
    change('workloads.json', ({ workloads }) => {
      workloads.pop()
    })
    expect(refusal()).toMatch(/workloads\.json .*workloads: expected each of inference, /)
  })
})
