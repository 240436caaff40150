/** Runs a tool so that it cannot hang, flood or outlive us: its own process group, limits, SIGKILL. */
import { spawn, type ChildProcess } from 'node:child_process'
import { toolEnvironment } from './tool.ts'

export type Ending =
  | { readonly kind: 'exited'; readonly code: number | null; readonly signal: string | null }
  | { readonly kind: 'unstartable'; readonly message: string }

export type RunningTool = {
  /** Fulfilled once the process is reaped and its pipes are closed; never rejected. */
  readonly ended: Promise<Ending>
  readonly kill: () => void
}

/** How long a pipe that a grandchild holds open is waited for after the tool itself has ended. */
const pipeGraceMs = 500

export function startTool(
  path: string,
  args: readonly string[],
  onOutput: (from: 'stdout' | 'stderr', text: string) => void,
): RunningTool {
  const isPosix = process.platform !== 'win32'
  let child: ChildProcess
  try {
    child = spawn(path, [...args], {
      cwd: isPosix ? '/' : String.raw`C:\Windows`,
      env: toolEnvironment(process.platform),
      detached: isPosix,
      shell: false,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
  } catch (error) {
    return { ended: Promise.resolve({ kind: 'unstartable', message: String(error) }), kill: () => {} }
  }
  // Without a free file descriptor Node gives a child that has no pipes.
  child.stdout?.setEncoding('utf8').on('data', (text: string) => onOutput('stdout', text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => onOutput('stderr', text))
  let isClosed = false
  const letGo = () => {
    if (isClosed) return
    killGroup(child)
    child.stdout?.destroy()
    child.stderr?.destroy()
  }
  const ended = new Promise<Ending>((resolve) => {
    child.once('error', (error) => {
      if (child.pid === undefined) resolve({ kind: 'unstartable', message: error.message })
    })
    child.once('exit', (code, signal) => {
      const grace = setTimeout(letGo, pipeGraceMs)
      child.once('close', () => {
        isClosed = true
        clearTimeout(grace)
        resolve({ kind: 'exited', code, signal })
      })
    })
  })
  return { ended, kill: letGo }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

export type OneShotResult = {
  readonly outcome: Ending | { readonly kind: 'timeout' } | { readonly kind: 'flood' }
  readonly stdout: string
  readonly stderr: string
  readonly tool: RunningTool
}

/**
 * Runs a tool and collects what it says, up to a time and a size. Past them it is killed, and the answer does not wait
 * for its end: a process that hangs in a driver does not die even of SIGKILL.
 */
export function runOnce(
  path: string,
  args: readonly string[],
  limits: { readonly timeoutMs: number; readonly maximumCharacters: number; readonly signal: AbortSignal },
): Promise<OneShotResult> {
  return new Promise((resolve) => {
    const said = { stdout: '', stderr: '' }
    let isOver = false
    const finish = (outcome: OneShotResult['outcome']) => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      limits.signal.removeEventListener('abort', onTimeout)
      tool.kill()
      resolve({ outcome, ...said, tool })
    }
    const onTimeout = () => finish({ kind: 'timeout' })
    const tool = startTool(path, args, (from, text) => {
      if (isOver) return
      said[from] += text
      if (said.stdout.length + said.stderr.length > limits.maximumCharacters) finish({ kind: 'flood' })
    })
    const timer = setTimeout(onTimeout, limits.timeoutMs)
    limits.signal.addEventListener('abort', onTimeout, { once: true })
    void tool.ended.then(finish)
    if (limits.signal.aborted) onTimeout()
  })
}

/** Cuts a stream into lines; `add` returns false once a line is longer than `longest`. */
export function createLineSplitter(
  longest: number,
  onLine: (line: string) => void,
): (text: string) => boolean {
  let rest = ''
  return (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.length <= longest) onLine(line.replace(/\r$/, ''))
    return rest.length <= longest && lines.every((line) => line.length <= longest)
  }
}
