import { describe, expect, it } from 'vitest'
import type { RigSample, TelemetryEvent } from '../../../shared/telemetry/gpu-sample.ts'
import {
  canRunScripts,
  cardsWhere,
  hang,
  header,
  makeFakeTool,
  makeSampler,
  openConnections,
  printForever,
  rowA,
  rowB,
  skippedAloud,
  stateOfProcess,
  uuidA,
} from './fake-tool.ts'

const both = (gpus: readonly unknown[]) => gpus.length === 2
const wattsOf = (sample: RigSample) => sample.gpus[0]?.boardWatts.value ?? 0

describe.skipIf(!canRunScripts)(`one sampler for all who watch${skippedAloud}`, () => {
  it('starts nothing until somebody listens', async () => {
    const tool = makeFakeTool(printForever(rowA))
    const sampler = makeSampler(tool)
    sampler.live()[Symbol.asyncIterator]()
    expect(tool.calls()).toEqual([])
    await sampler.close()
    expect(tool.calls()).toEqual([])
  })

  it('shares one child between listeners and a detection', async () => {
    const tool = makeFakeTool(printForever(rowA, rowB))
    const sampler = makeSampler(tool)
    const [one, other, rig] = await Promise.all([
      cardsWhere(sampler, both),
      cardsWhere(sampler, both),
      sampler.detect(),
    ])
    expect(one).toEqual(other)
    expect(rig.state.kind).toBe('live')
    expect(rig.sample?.gpus.map((gpu) => gpu.uuid)).toContain(uuidA)
    expect(tool.calls()).toHaveLength(2)
  })

  it('detects what is the matter as well as what is there', async () => {
    const rig = await makeSampler(makeFakeTool('exit 9')).detect()
    expect(rig.sample).toBeNull()
    expect(rig.state).toMatchObject({ kind: 'failing' })
    expect(rig.machine.memoryGibibytes).toBeGreaterThan(0)
  })

  it('rests when nobody watches, and starts again for the next one', async () => {
    const tool = makeFakeTool(printForever(rowA))
    const sampler = makeSampler(tool, { idleMs: 10 })
    await cardsWhere(sampler, () => true)
    await expect.poll(() => tool.processIds().map(stateOfProcess)).toEqual(['gone', 'gone'])
    await cardsWhere(sampler, () => true)
    expect(tool.calls()).toHaveLength(4)
  })

  it('does not let a slow listener hold up another, and keeps only its newest pictures', async () => {
    const rows =
      'n=0; while :; do n=$((n+1)); echo "0, $uuid, A, 00000000:01:00.0, 1.0, $n.00 W, 0 %"; sleep 0.01; done'
    const sampler = makeSampler(makeFakeTool(`uuid=${uuidA}; echo '${header}'; ${rows}`))
    const slow = sampler.live()[Symbol.asyncIterator]()
    await slow.next()
    const last = await cardsWhere(sampler, ([gpu]) => (gpu?.boardWatts.value ?? 0) >= 100)
    const seen: number[] = []
    for (let event = await slow.next(); seen.length < 5; event = await slow.next()) {
      const value = event.value as TelemetryEvent
      if (value.type === 'sample') seen.push(wattsOf(value.sample))
    }
    expect(last[0]?.boardWatts.value).toBeGreaterThanOrEqual(100)
    expect(seen[0]).toBeGreaterThan(50)
    expect(seen.slice(1).every((watts, at) => watts > (seen[at] ?? 0))).toBe(true)
  })

  it('tells a late listener the state and the last sample at once', async () => {
    const sampler = makeSampler(makeFakeTool(`echo 'count, ${header}'; echo '1, ${rowA}'; ${hang}`))
    await cardsWhere(sampler, () => true)
    const late: string[] = []
    for await (const event of sampler.live()) {
      late.push(event.type === 'state' ? event.state.kind : 'sample')
      if (event.type === 'sample') break
    }
    expect(late).toEqual(['live', 'sample'])
  })

  it('ends a listener that waits, by its own return, by its signal and by closing', async () => {
    const sampler = makeSampler(makeFakeTool(hang))
    const abort = new AbortController()
    const listeners = [sampler.live(), sampler.live(abort.signal), sampler.live()].map((live) =>
      live[Symbol.asyncIterator](),
    )
    await Promise.all(listeners.map((listener) => listener.next()))
    const waiting = listeners.map((listener) => listener.next())
    await listeners[0]?.return?.()
    abort.abort()
    await sampler.close()
    expect(await Promise.all(waiting)).toEqual(listeners.map(() => ({ done: true, value: undefined })))
  })

  it('refuses to detect once it is closed, and ends a new listener', async () => {
    const sampler = makeSampler(makeFakeTool(printForever(rowA)))
    await sampler.close()
    await expect(sampler.detect()).rejects.toThrow('closed')
    expect(await sampler.live()[Symbol.asyncIterator]().next()).toEqual({ done: true, value: undefined })
  })

  it('hands every sample on in batches, the last on close, and again when storing failed', async () => {
    const batches: RigSample[][] = []
    let failures = 1
    const sampler = makeSampler(makeFakeTool(printForever(rowA)), {
      batchMs: 20,
      onBatch: (samples) => {
        if (failures > 0) {
          failures -= 1
          throw new Error('the disk is full')
        }
        batches.push([...samples])
      },
    })
    const watched: RigSample[] = []
    for await (const event of sampler.live()) {
      if (event.type === 'sample') watched.push(event.sample)
      if (batches.length >= 2) break
    }
    await sampler.close()
    const stored = batches.flat()
    expect(failures).toBe(0)
    expect(stored.slice(0, watched.length)).toEqual(watched)
    expect(new Set(stored).size).toBe(stored.length)
  })

  it('leaves no process, no zombie and no pipe behind in 30 rounds of starting and closing', async () => {
    const before = openConnections()
    for (let round = 0; round < 30; round += 1) {
      // In turn: hangs while listing its fields, hangs while it should print, prints, closed before it is started.
      const hangsAt = [1, 2, 0, 0][round % 4] ?? 0
      const tool =
        hangsAt === 1 ? makeFakeTool('', hang) : makeFakeTool(hangsAt === 2 ? hang : printForever(rowA))
      const sampler = makeSampler(tool)
      await sampler.live()[Symbol.asyncIterator]().next()
      await expect.poll(() => tool.calls().length, { interval: 5 }).toBeGreaterThanOrEqual(hangsAt)
      if (round % 4 === 2) await cardsWhere(sampler, () => true)
      await sampler.close()
      expect(tool.processIds().filter((id) => stateOfProcess(id) !== 'gone')).toEqual([])
    }
    expect(openConnections().filter((target) => !before.includes(target))).toEqual([])
  })
})
