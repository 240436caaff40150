import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSampler, type Sampler } from '../../../electron/telemetry/sampler.ts'
import {
  ownFixture,
  ownFixturePath,
  realFixturePath,
  realFixturesArePresent,
} from '../../shared/telemetry/fixture.ts'
import { makeFolder, realClock } from './fake-tool.ts'

function replay(file: string): Sampler {
  const sampler = createSampler({ clock: realClock, replayFile: file, intervalMs: 5 })
  onTestFinished(() => sampler.close())
  return sampler
}

async function firstWatts(sampler: Sampler, count: number): Promise<readonly (number | null | undefined)[]> {
  const watts: (number | null | undefined)[] = []
  for await (const event of sampler.live()) {
    if (event.type === 'sample') watts.push(event.sample.gpus[0]?.boardWatts.value)
    if (watts.length === count) break
  }
  return watts
}

describe('M8 a recorded output stands in for a live card', () => {
  it.each([
    ['two-cards.csv', [18.4, 18.55, 0, 18.4]],
    ['two-logs.xml', [88.1, 402.7, 88.1]],
    ['capture.txt', [18.4, 195.2, 18.4]],
  ])('%s plays in turn and over again', async (file, expected) => {
    expect(await firstWatts(replay(ownFixturePath(file)), expected.length)).toEqual(expected)
  })

  it('detects the first instant and says that it is a replay', async () => {
    const file = ownFixturePath('two-cards.csv')
    const rig = await replay(file).detect()
    expect(rig.state).toEqual({ kind: 'replay', file, notes: [] })
    expect(rig.sample?.gpus.map((gpu) => gpu.boardWatts)).toEqual([{ value: 18.4 }, { value: 231.75 }])
  })

  it('reads what PowerShell writes with its > (UTF-16 with a mark)', async () => {
    const file = path.join(makeFolder(), 'rig.csv')
    writeFileSync(file, `\uFEFF${ownFixture('two-cards.csv').replaceAll('\n', '\r\n')}`, 'utf16le')
    expect(await firstWatts(replay(file), 2)).toEqual([18.4, 18.55])
  })

  it.skipIf(!realFixturesArePresent)(
    `plays a whole real capture${realFixturesArePresent ? '' : ' (SKIPPED: ../shared/fixtures is not beside this checkout)'}`,
    async () => {
      const file = realFixturePath('nvsmi_capture__linux-x86_64__nvidia-l40s__595.80.txt')
      // power.draw of the two query-gpu sections, read off the file.
      expect(await firstWatts(replay(file), 2)).toEqual([144.97, 110.23])
    },
  )
})

describe('a recording that is wrong is refused with file, line, and what was expected', () => {
  it.each([
    [
      'a table with a short line',
      'uuid, power.draw [W]\nGPU\nGPU\n',
      ', line 2: expected 2 cells',
      'found "GPU"',
    ],
    ['something else', 'hello\n', ', line 1: expected a header', 'found "hello"'],
    ['an empty file', '', ', line 1: expected a header', 'found ""'],
    ['a cut-off log', '<nvidia_smi_log>\n<gpu>\n', ', line 3: expected </gpu>', 'the end of the file'],
  ])('%s', async (_, text, expected, found) => {
    const file = path.join(makeFolder(), 'rig.txt')
    writeFileSync(file, text)
    const { state, sample } = await replay(file).detect()
    expect(sample).toBeNull()
    expect(state).toMatchObject({ kind: 'absent' })
    const { message, whatToDo } = state as { message: string; whatToDo: string }
    expect(message).toContain(`${file}${expected}`)
    expect(message).toContain(found)
    expect(whatToDo).toContain('--format=csv')
  })

  it('a file that is not there, a folder, a picture', async () => {
    const folder = makeFolder()
    mkdirSync(path.join(folder, 'a-folder'))
    writeFileSync(path.join(folder, 'picture'), Buffer.from([0x89, 0x50, 0xff, 0xd8, 0x00]))
    const messages: string[] = []
    for (const name of ['missing', 'a-folder', 'picture']) {
      const { state } = await replay(path.join(folder, name)).detect()
      messages.push(state.kind === 'absent' ? state.message : state.kind)
    }
    expect(messages).toEqual([
      `${folder}/missing does not exist.`,
      `${folder}/a-folder is not a file.`,
      `${folder}/picture is not text (UTF-8 or UTF-16).`,
    ])
  })
})
