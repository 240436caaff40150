/** `idlewatt proof`: the bundled vectors from outside against Idlewatt's own functions, on this machine. */
import { Command, InvalidArgumentError } from 'commander'
import { corrupted, runProof } from '../../shared/proof/run-proof.ts'
import { proofGroups, type ProofRow } from '../../shared/proof/vector.ts'
import { readProof } from '../proof.ts'

export function proofCommand(): Command {
  return new Command('proof')
    .description('run the figures from outside against the engine; exit code 1 where one does not agree')
    .option('--json', 'print JSON only')
    .option('--corrupt <n>', 'move the n-th expected figure, to see that the check notices', positionIn)
    .action(({ json, corrupt }: { json?: true; corrupt?: number }) => {
      const vectors = readProof()
      const rows = runProof(corrupt === undefined ? vectors : corrupted(vectors, corrupt))
      if (rows.some(({ pass }) => !pass)) process.exitCode = 1
      if (json === true) console.log(JSON.stringify(rows, null, 2))
      else for (const line of linesOf(rows)) console.log(line)
    })
}

function positionIn(given: string): number {
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new InvalidArgumentError('expected a position from 1')
  return Number(given)
}

function linesOf(rows: readonly ProofRow[]): readonly string[] {
  const agreeing = rows.filter(({ pass }) => pass)
  return [
    `${agreeing.length} of ${rows.length} figures agree with outside references.`,
    ...proofGroups.map((group) => {
      const of = (some: readonly ProofRow[]) => some.filter((row) => row.group === group).length
      return `${group}: ${of(agreeing)} of ${of(rows)}`
    }),
    ...rows
      .filter(({ pass }) => !pass)
      .map(
        ({ id, title, expected, got, source }) =>
          `${id} does not agree: ${title}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)} (${source.name})`,
      ),
  ]
}
