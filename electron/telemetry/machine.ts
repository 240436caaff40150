/**
 * Facts of the machine around the cards; each that cannot be read is null and takes no other with it.
 *
 * On Linux they come from the kernel's files alone: systeminformation's `osInfo` runs `hostname -f` synchronously, which
 * asks the name server, and all of it runs tools found in the user's PATH.
 */
import { readdir, readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import systeminformation from 'systeminformation'
import type { MachineFacts, RigSample } from '../../shared/telemetry/gpu-sample.ts'
import { printable } from '../../shared/telemetry/reading.ts'

export type DisplayAdapter = { readonly slot: string; readonly vendor: string; readonly device: string }

export type Machine = {
  readonly facts: Omit<MachineFacts, 'unmeasuredGpus' | 'unmeasuredGpusLookedFor'>
  /** Null where it was not looked. */
  readonly adapters: readonly DisplayAdapter[] | null
}

const factTimeoutMs = 5_000
const makers: Readonly<Record<string, string>> = { '1002': 'AMD', '10de': 'NVIDIA', '8086': 'Intel' }

export async function readMachine(platform: NodeJS.Platform, root = '/'): Promise<Machine> {
  const isLinux = platform === 'linux'
  const [operatingSystem, processor, board, memoryGibibytes, adapters] = await Promise.all([
    orNull(() => (isLinux ? linuxRelease(root) : `${os.version()} ${os.release()}`)),
    orNull(() => nameOrNull(os.cpus()[0]?.model)),
    orNull(() => (isLinux ? linuxBoard(root) : otherBoard())),
    orNull(() => Math.round((os.totalmem() / 2 ** 30) * 10) / 10),
    orNull(() => (isLinux ? linuxDisplayAdapters(path.join(root, 'sys/bus/pci/devices')) : null)),
  ])
  return { facts: { operatingSystem, processor, board, memoryGibibytes }, adapters }
}

/** The machine's facts beside the cards that were measured: the adapters among them that were not. */
export function describeMachine(machine: Machine, sample: RigSample | null): MachineFacts {
  const measured = new Set(sample?.gpus.map((gpu) => comparableSlot(gpu.pciBusId ?? '')))
  const unmeasured = (machine.adapters ?? []).filter((adapter) => !measured.has(comparableSlot(adapter.slot)))
  return {
    ...machine.facts,
    unmeasuredGpus: unmeasured.map(({ vendor, device, slot }) => {
      const maker = makers[vendor]
      const kind = maker === undefined ? 'Display adapter' : `${maker} graphics`
      return `${kind} (PCI ${vendor}:${device}, slot ${slot})`
    }),
    unmeasuredGpusLookedFor: machine.adapters !== null,
  }
}

/** nvidia-smi writes the PCI domain with eight digits, Linux with four. */
function comparableSlot(slot: string): string {
  return slot.toLowerCase().replace(/^0{4}(?=[0-9a-f]{4}:)/, '')
}

async function linuxDisplayAdapters(folder: string): Promise<readonly DisplayAdapter[]> {
  const slots = (await readdir(folder)).sort()
  const found = await Promise.all(
    slots.map(async (slot) => {
      const [classCode, vendor, device] = await Promise.all(
        ['class', 'vendor', 'device'].map(async (name) =>
          (await readFile(path.join(folder, slot, name), 'latin1')).trim().replace(/^0x/, ''),
        ),
      )
      if (classCode === undefined || vendor === undefined || device === undefined) return []
      // Accelerators without a display output, such as an MI300X, are "processing accelerators" (12).
      const isAdapter = classCode.startsWith('03') || (classCode.startsWith('12') && vendor in makers)
      return isAdapter ? [{ slot, vendor, device }] : []
    }),
  )
  return found.flat()
}

async function linuxRelease(root: string): Promise<string | null> {
  const release = await readFile(path.join(root, 'etc/os-release'), 'utf8')
  const name = /^PRETTY_NAME="?([^"\n]*)"?$/m.exec(release)?.[1]
  return nameOrNull(name)
}

async function linuxBoard(root: string): Promise<string | null> {
  const folder = path.join(root, 'sys/class/dmi/id')
  const names = await Promise.all(
    ['board_vendor', 'board_name'].map((name) => readFile(path.join(folder, name), 'utf8')),
  )
  return nameOrNull(names.map((name) => name.trim()).join(' '))
}

async function otherBoard(): Promise<string | null> {
  const board = await systeminformation.baseboard()
  return nameOrNull(`${board.manufacturer} ${board.model}`)
}

function nameOrNull(text: string | undefined): string | null {
  const name = printable(text ?? '', 120)
  return name === '' || /to be filled|default string|not specified/i.test(name) ? null : name
}

async function orNull<T>(read: () => Promise<T | null> | T | null): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, factTimeoutMs, null)
  })
  try {
    return await Promise.race([read(), late])
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
