/** Host: one command, one answer, exit code. Each command is a small file in commands/. */
import { Command } from 'commander'
import { compareCommand } from './commands/compare.ts'
import { evaluateCommand } from './commands/evaluate.ts'
import { explainCommand } from './commands/explain.ts'
import { marketCommand } from './commands/market.ts'
import { openCommand } from './commands/open.ts'
import { proofCommand } from './commands/proof.ts'
import { reviewCommand } from './commands/review.ts'
import { rigCommand } from './commands/rig.ts'
import { scorecardCommand } from './commands/scorecard.ts'
import { serverCommand } from './commands/server.ts'
import { workbookCommand } from './commands/workbook.ts'
import { appVersion } from './version.ts'

export async function runCli(given: readonly string[]): Promise<void> {
  const program = new Command('idlewatt')
    .description('What a GPU really nets on a compute network. Offline.')
    .version(appVersion())
    .showHelpAfterError('(--help says what is known)')
  for (const command of [
    evaluateCommand(),
    explainCommand(),
    proofCommand(),
    workbookCommand(),
    compareCommand(),
    marketCommand(),
    reviewCommand(),
    rigCommand(),
    scorecardCommand(),
    serverCommand(),
    openCommand(),
  ]) {
    program.addCommand(command.copyInheritedSettings(program))
    for (const inner of command.commands) inner.copyInheritedSettings(command)
  }
  await program.parseAsync([...given], { from: 'user' })
}
