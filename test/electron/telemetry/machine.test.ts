import { mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeMachine, readMachine } from '../../../electron/telemetry/machine.ts'
import { parseRecording } from '../../../shared/telemetry/recording.ts'
import { ownFixture } from '../../shared/telemetry/fixture.ts'
import { makeFolder } from './fake-tool.ts'

function makeRoot(files: Readonly<Record<string, string>>): string {
  const root = makeFolder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true })
    writeFileSync(path.join(root, name), text)
  }
  return root
}

function device(slot: string, classCode: string, vendor: string, id: string): Record<string, string> {
  const folder = `sys/bus/pci/devices/${slot}`
  return {
    [`${folder}/class`]: `${classCode}\n`,
    [`${folder}/vendor`]: `${vendor}\n`,
    [`${folder}/device`]: `${id}\n`,
  }
}

const workstation = {
  'etc/os-release': 'NAME="Debian GNU/Linux"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n',
  'sys/class/dmi/id/board_vendor': 'ASRock\n',
  'sys/class/dmi/id/board_name': 'X570 Taichi\n',
  ...device('0000:00:00.0', '0x060000', '0x1022', '0x1480'),
  ...device('0000:01:00.0', '0x030000', '0x10de', '0x2786'),
  ...device('0000:03:00.0', '0x030000', '0x1002', '0x744c'),
  ...device('0000:04:00.0', '0x120000', '0x1002', '0x74a1'),
  ...device('0000:05:00.0', '0x120000', '0x1234', '0x0001'),
  ...device('0000:06:00.0', '0x030200', '0x1a03', '0x2000'),
}

describe('the machine around the cards', () => {
  it('is read from the kernel’s files on Linux', async () => {
    const { facts } = await readMachine('linux', makeRoot(workstation))
    expect(facts.operatingSystem).toBe('Debian GNU/Linux 12 (bookworm)')
    expect(facts.board).toBe('ASRock X570 Taichi')
    expect(facts.memoryGibibytes).toBeCloseTo(os.totalmem() / 2 ** 30, 1)
    expect(facts.processor).toBe(os.cpus()[0]?.model.trim())
  })

  it('lists the adapters that no source measures, and leaves out the one that is measured', async () => {
    const machine = await readMachine('linux', makeRoot(workstation))
    const gpus = parseRecording(ownFixture('two-cards.csv')).recording?.instants[0] ?? []
    const facts = describeMachine(machine, { atUtcMs: 0, monotonicMs: 0, gpus })
    expect(facts.unmeasuredGpusLookedFor).toBe(true)
    expect(facts.unmeasuredGpus).toEqual([
      'AMD graphics (PCI 1002:744c, slot 0000:03:00.0)',
      'AMD graphics (PCI 1002:74a1, slot 0000:04:00.0)',
      'Display adapter (PCI 1a03:2000, slot 0000:06:00.0)',
    ])
  })

  it('lists an NVIDIA card too while nothing can be read from it', async () => {
    const machine = await readMachine('linux', makeRoot(workstation))
    expect(describeMachine(machine, null).unmeasuredGpus[0]).toBe(
      'NVIDIA graphics (PCI 10de:2786, slot 0000:01:00.0)',
    )
  })

  it('has null for each fact that cannot be read, and says that it has not looked for adapters', async () => {
    const machine = await readMachine('linux', makeRoot({}))
    expect(machine.facts).toMatchObject({ operatingSystem: null, board: null })
    expect(machine.facts.memoryGibibytes).toBeGreaterThan(0)
    expect(describeMachine(machine, null)).toMatchObject({
      unmeasuredGpus: [],
      unmeasuredGpusLookedFor: false,
    })
  })

  it('does not pass on the placeholders of board makers', async () => {
    const root = makeRoot({
      'sys/class/dmi/id/board_vendor': 'To be filled by O.E.M.',
      'sys/class/dmi/id/board_name': '',
    })
    expect((await readMachine('linux', root)).facts.board).toBeNull()
  })

  it('asks systeminformation for the board elsewhere, and has not looked for adapters there', async () => {
    const machine = await readMachine('darwin')
    expect(machine.adapters).toBeNull()
    expect(machine.facts.operatingSystem).toContain(os.release())
    expect(machine.facts.board === null || machine.facts.board.length > 0).toBe(true)
  })
})
