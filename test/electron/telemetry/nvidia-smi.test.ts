import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  canRunScripts,
  cardsWhere,
  eventWhere,
  hang,
  header,
  makeFakeTool,
  makeFolder,
  makeSampler,
  printForever,
  rowA,
  rowB,
  skippedAloud,
  stateOfKind,
  stateOfProcess,
  uuidA,
  uuidB,
} from './fake-tool.ts'

const both = (gpus: readonly unknown[]) => gpus.length === 2

describe.skipIf(!canRunScripts)(`nvidia-smi as it should be${skippedAloud}`, () => {
  it('gives both cards with their watts, keyed by UUID', async () => {
    const sampler = makeSampler(makeFakeTool(printForever(rowA, rowB)))
    const gpus = await cardsWhere(sampler, both)
    expect(gpus.map((gpu) => [gpu.uuid, gpu.boardWatts])).toEqual([
      [uuidA, { value: 18.4 }],
      [uuidB, { value: 231.75 }],
    ])
    expect(gpus[0]?.busyRatio).toEqual({ value: 0 })
  })

  it('says which tool and driver are live', async () => {
    const tool = makeFakeTool(printForever(rowA))
    expect(await stateOfKind(makeSampler(tool), 'live')).toEqual({
      kind: 'live',
      tool: tool.path,
      driverVersion: '570.12.03',
      notes: [],
    })
  })

  it('keeps each card’s watts when the cards change their index', async () => {
    const swappedA = rowA.replace('0,', '1,').replace('18.40 W', '19.00 W')
    const swappedB = rowB.replace('1,', '0,').replace('231.75 W', '232.00 W')
    const body = `echo '${header}'; echo '${rowA}'; echo '${rowB}'; while :; do echo '${swappedB}'; echo '${swappedA}'; sleep 0.05; done`
    const gpus = await cardsWhere(
      makeSampler(makeFakeTool(body)),
      (gpus) => both(gpus) && gpus[0]?.uuid === uuidB,
    )
    expect(gpus.map((gpu) => [gpu.uuid, gpu.index, gpu.boardWatts])).toEqual([
      [uuidB, 0, { value: 232 }],
      [uuidA, 1, { value: 19 }],
    ])
  })

  it('asks once for what the driver offers, and then only for that, once a second, in one child', async () => {
    const tool = makeFakeTool(printForever(rowA), `printf '"uuid"\\nx\\n\\n"power.draw"\\nx\\n'; exit 0`)
    const sampler = makeSampler(tool)
    await cardsWhere(sampler, () => true)
    expect(tool.calls().map((call) => call.replace(/^\d+ /, ''))).toEqual([
      '--help-query-gpu',
      '--query-gpu=uuid,power.draw --format=csv -lms 1000',
    ])
  })

  it('leaves watts unknown that the driver does not offer, beside what it does', async () => {
    const body = `echo 'uuid, utilization.gpu [%]'; while :; do echo '${uuidA}, 5 %'; sleep 0.05; done`
    const [gpu] = await cardsWhere(makeSampler(makeFakeTool(body)), () => true)
    expect(gpu?.boardWatts).toEqual({ value: null, reason: 'not-offered-by-driver', raw: null })
    expect(gpu?.busyRatio).toEqual({ value: 0.05 })
  })

  it('notes that a card without a UUID is known by its slot only', async () => {
    const sampler = makeSampler(makeFakeTool(printForever(rowA.replace(uuidA, '[N/A]'))))
    const live = await stateOfKind(sampler, 'live')
    expect(live.notes.join()).toContain('gives no UUID')
    const [gpu] = await cardsWhere(sampler, () => true)
    expect(gpu?.uuid).toBe('pci:00000000:01:00.0')
  })

  it('does not wait for a card that the tool counts but does not print', async () => {
    const body = `echo 'count, ${header}'; echo '8, ${rowA}'; ${hang}`
    const [gpu] = await cardsWhere(makeSampler(makeFakeTool(body)), () => true)
    expect(gpu?.boardWatts).toEqual({ value: 18.4 })
  })
})

describe.skipIf(!canRunScripts)(`T2 the sampler cannot be hijacked${skippedAloud}`, () => {
  it('gives the tool an environment of two variables and nothing of the user’s', async () => {
    const before = { ...process.env }
    onTestFinished(() => {
      process.env = before
    })
    process.env['LD_PRELOAD'] = '/tmp/bait.so'
    process.env['LD_LIBRARY_PATH'] = '/tmp/bait'
    process.env['SECRET_TOKEN'] = 'canary'
    const tool = makeFakeTool(
      `tr '\\0' '\\n' < /proc/$$/environ > "$folder/environment"; ${printForever(rowA)}`,
    )
    await cardsWhere(makeSampler(tool), () => true)
    const environment = readFileSync(path.join(tool.folder, 'environment'), 'utf8').trim().split('\n').sort()
    expect(environment).toEqual(['LC_ALL=C', 'PATH=/usr/bin:/bin'])
  })

  it('never runs a bait in PATH, neither as the tool nor from within it', async () => {
    const baits = makeFolder()
    for (const name of ['nvidia-smi', 'sleep', 'cat']) {
      writeFileSync(path.join(baits, name), `#!/bin/sh\necho ${name} >> '${baits}/eaten'\n`)
      chmodSync(path.join(baits, name), 0o755)
    }
    const before = process.env['PATH']
    onTestFinished(() => {
      process.env['PATH'] = before
    })
    process.env['PATH'] = `${baits}:${before}`
    await cardsWhere(makeSampler(makeFakeTool(printForever(rowA))), () => true)
    const nowhere = makeSampler(makeFakeTool(''), { search: { candidates: [], refusal: async () => null } })
    await stateOfKind(nowhere, 'absent')
    expect(existsSync(path.join(baits, 'eaten'))).toBe(false)
  })
})

describe.skipIf(!canRunScripts)(
  `a hanging, crashing, flooding or lying nvidia-smi is named, and no more${skippedAloud}`,
  () => {
    it('hangs before it lists its fields', async () => {
      const tool = makeFakeTool('', hang)
      const state = await stateOfKind(makeSampler(tool, { limits: { helpTimeoutMs: 300 } }), 'failing')
      expect(state.message).toContain('nothing usable for 0.3 s')
      expect(state.whatToDo).toContain('restart')
      expect(state.retryInSeconds).toBeGreaterThan(0)
    })

    it('hangs before its first reading', async () => {
      const state = await stateOfKind(
        makeSampler(makeFakeTool(hang), { limits: { firstSampleMs: 300 } }),
        'failing',
      )
      expect(state.message).toContain('nothing usable for 0.3 s')
    })

    it('hangs after a reading, is ended, and is started again', async () => {
      const tool = makeFakeTool(`echo '${header}'; echo '${rowA}'; ${hang}`)
      const sampler = makeSampler(tool, { limits: { silenceMs: 300 } })
      const kinds: string[] = []
      await eventWhere(sampler, (event) => {
        if (event.type === 'state') kinds.push(event.state.kind)
        return kinds.filter((kind) => kind === 'live').length === 2
      })
      expect(kinds).toEqual(['starting', 'live', 'failing', 'live'])
    })

    it('floods without a line’s end', async () => {
      const state = await stateOfKind(makeSampler(makeFakeTool("exec tr '\\0' x < /dev/zero")), 'failing')
      expect(state.message).toContain('far more than a reading')
    })

    it('floods with readings', async () => {
      const state = await stateOfKind(
        makeSampler(makeFakeTool(`echo '${header}'; exec yes '${rowA}'`)),
        'failing',
      )
      expect(state.message).toContain('far more than a reading')
    })

    it('floods instead of listing its fields', async () => {
      const state = await stateOfKind(makeSampler(makeFakeTool('', 'exec yes')), 'failing')
      expect(state.message).toContain('far more than a reading')
    })

    it.each([
      [9, 'driver is not loaded'],
      [15, 'fallen off the bus'],
      [12, 'NVML'],
      [6, 'finds no NVIDIA card'],
      [77, 'exit code 77'],
    ])('ends with exit code %i', async (code, words) => {
      const state = await stateOfKind(makeSampler(makeFakeTool(`echo oops >&2; exit ${code}`)), 'failing')
      expect(state.message).toContain(words)
      expect(state.message).toContain('It said: "oops"')
    })

    it('is killed from outside', async () => {
      const state = await stateOfKind(makeSampler(makeFakeTool('kill -9 $$')), 'failing')
      expect(state.message).toContain('SIGKILL')
    })

    it('says that it failed instead of listing its fields', async () => {
      const said = 'NVIDIA-SMI has failed because it could not communicate with the NVIDIA driver.'
      const state = await stateOfKind(makeSampler(makeFakeTool('', `echo '${said}'; exit 9`)), 'failing')
      expect(state.message).toContain('driver is not loaded')
      expect(state.message).toContain(said)
    })

    it('lists no field that names a card', async () => {
      const state = await stateOfKind(
        makeSampler(makeFakeTool('', `printf '"power.draw"\\nx\\n'; exit 0`)),
        'failing',
      )
      expect(state.message).toContain('uuid or pci.bus_id')
    })

    it('prints garbage, with escapes that do not reach the screen', async () => {
      const body = `while :; do printf '\\033[31mgarbage\\n'; sleep 0.01; done`
      const state = await stateOfKind(makeSampler(makeFakeTool(body)), 'failing')
      expect(state.message).toContain('garbage')
      expect(state.message).not.toContain('\u001b')
    })

    it('prints rows of another width than its header', async () => {
      const body = `echo '${header}'; while :; do echo '${rowA}, 5'; sleep 0.01; done`
      expect((await stateOfKind(makeSampler(makeFakeTool(body)), 'failing')).message).toContain(
        'not with readings',
      )
    })

    it('prints numbers that cannot be: they are unknown, the rest is read', async () => {
      const lie = rowA.replace('18.40 W', '99999999.00 W')
      const nan = rowB.replace('231.75 W', 'NaN W')
      const gpus = await cardsWhere(makeSampler(makeFakeTool(printForever(lie, nan))), both)
      expect(gpus.map((gpu) => gpu.boardWatts)).toEqual([
        { value: null, reason: 'out-of-range', raw: '99999999.00 W' },
        { value: null, reason: 'unreadable', raw: 'NaN W' },
      ])
      expect(gpus[1]?.busyRatio).toEqual({ value: 0.97 })
    })

    it('is missing', async () => {
      const search = { candidates: [path.join(makeFolder(), 'nvidia-smi')], refusal: async () => null }
      const state = await stateOfKind(makeSampler(makeFakeTool(''), { search }), 'absent')
      expect(state.message).toContain('not installed')
      expect(state.whatToDo).toContain('driver')
    })

    it('may not be run', async () => {
      const tool = makeFakeTool(printForever(rowA))
      const search = { ...tool.search, refusal: async () => 'can be changed by others than root' }
      const state = await stateOfKind(makeSampler(tool, { search }), 'failing')
      expect(state.message).toContain(`${tool.path} can be changed by others than root`)
      expect(tool.calls()).toEqual([])
    })

    it('cannot be started at all', async () => {
      const tool = makeFakeTool(printForever(rowA))
      chmodSync(tool.path, 0o644)
      const state = await stateOfKind(makeSampler(tool), 'failing')
      expect(state.message).toContain('cannot be started')
    })

    it('works again after a crash without a restart of the app', async () => {
      const body = `if [ ! -e "$folder/crashed" ]; then : > "$folder/crashed"; exit 15; fi; ${printForever(rowA)}`
      const sampler = makeSampler(makeFakeTool(body))
      const kinds: string[] = []
      await eventWhere(sampler, (event) => {
        if (event.type === 'state') kinds.push(event.state.kind)
        return event.type === 'sample'
      })
      expect(kinds).toEqual(['starting', 'failing', 'live'])
    })

    it('leaves a child of its own behind, which is ended with it', async () => {
      const body = `trap '' TERM HUP; sleep 1000 & echo $! > "$folder/grandchild"; ${printForever(rowA)}`
      const tool = makeFakeTool(body)
      const sampler = makeSampler(tool)
      await cardsWhere(sampler, () => true)
      const grandchild = Number(readFileSync(path.join(tool.folder, 'grandchild'), 'utf8'))
      expect(stateOfProcess(grandchild)).toBe('running')
      await sampler.close()
      await expect.poll(() => stateOfProcess(grandchild)).not.toBe('running')
      expect(tool.processIds().map(stateOfProcess)).toEqual(['gone', 'gone'])
    })

    it('ends while its child still holds the pipe', async () => {
      const state = await stateOfKind(makeSampler(makeFakeTool('sleep 1000 & exit 9')), 'failing')
      expect(state.message).toContain('driver is not loaded')
    })
  },
)
