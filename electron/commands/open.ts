/** `idlewatt open`: a fresh link into the server that runs on this data folder. */
import { Command } from 'commander'
import { dataFolderFor } from '../host-options.ts'
import { askForLink } from '../loopback/ask-for-link.ts'

export function openCommand(): Command {
  return new Command('open')
    .description('print a fresh link into the running server; it works once, within a minute')
    .option('--data <folder>', 'the data folder that the server runs on')
    .option('--json', 'print JSON only')
    .action(async ({ data, json }: { data?: string; json?: true }) => {
      const link = await askForLink(dataFolderFor(data))
      console.log(json === true ? JSON.stringify({ link }) : link)
    })
}
