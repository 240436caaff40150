/** `idlewatt server`: the headless host, until it is asked to end. */
import { Command } from 'commander'
import { dataFolderFor, dataOptionFor, readPort } from '../host-options.ts'
import { askedToEnd, describeAddress } from '../loopback/for-people.ts'

export function serverCommand(): Command {
  return new Command('server')
    .description('serve the app at 127.0.0.1, for machines without a screen')
    .option('--port <number>', '0 for any free one', '0')
    .option('--data <folder>', 'where the book and the telemetry are kept')
    .option('--replay <file>', 'read a recorded nvidia-smi output instead of the cards')
    .action(async ({ port, data, replay }: { port: string; data?: string; replay?: string }) => {
      const { serve } = await import('../server.ts')
      const dataFolder = dataFolderFor(data)
      const loopback = await serve({ dataFolder, port: readPort(port), replayFile: replay ?? null })
      const ending = askedToEnd()
      console.log(`Idlewatt serves at ${loopback.address}, for this machine only.`)
      console.log(describeAddress(loopback, dataOptionFor(dataFolder)))
      await ending
      await loopback.close()
    })
}
