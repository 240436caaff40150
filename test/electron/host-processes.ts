/** Runs the hosts as people do: as processes of their own, with a data folder of their own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type HostProcess = {
  readonly child: ChildProcess
  readonly output: () => string
  readonly errors: () => string
  /** Settles with the first match in the output, or fails with all that was said instead. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>
  readonly ended: Promise<number | null>
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'idlewatt-host-'))
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

export const withoutDisplay: Readonly<Record<string, string | undefined>> = {
  DISPLAY: undefined,
  WAYLAND_DISPLAY: undefined,
}

export function runHost(
  file: string,
  given: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = withoutDisplay,
  program = process.execPath,
): HostProcess {
  const child = spawn(program, [file, ...given], { env: { ...process.env, ...environment } })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const says = async (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output)
        if (found !== null) resolve(found)
      }
      child.stdout.on('data', look)
      look()
      void ended.then(() => reject(new Error(`It ended without saying ${pattern}.\n${output}\n${errors}`)))
    })
  return { child, output: () => output, errors: () => errors, says, ended }
}

/** Command lines and environments of every process that this account may look at, from Linux's /proc. */
export function visibleToOthers(): string {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => [join('/proc', pid, 'cmdline'), join('/proc', pid, 'environ')])
    .map((file) => {
      try {
        return readFileSync(file, 'latin1')
      } catch {
        return ''
      }
    })
    .join('\n')
}

/** Local addresses (hexadecimal, as in /proc/net/tcp) at which a process listens. */
export function listenersOf(pid: number): readonly string[] {
  const sockets = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        const [, inode] = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`)) ?? []
        return inode ?? []
      } catch {
        return []
      }
    }),
  )
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A' && sockets.has(fields[9] ?? ''))
      .map((fields) => fields[1] ?? ''),
  )
}
