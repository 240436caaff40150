/** `idlewatt market`: networks in the book: shown term by term, taken in from a pack, handed on as one. */
import { Command } from 'commander'
import type { MarketListing } from '../../shared/markets/market-book.ts'
import { feesInForce, networkLines, networksTable, previewLines } from './market-text.ts'
import { day, named, readTextFile, today, withClient, writeTextFile } from './with-client.ts'

export function marketCommand(): Command {
  return new Command('market')
    .description('networks: their dated terms, packs taken in and handed on')
    .addCommand(showCommand())
    .addCommand(importCommand())
    .addCommand(exportCommand())
}

type ShowOptions = { readonly asOf?: string; readonly json?: true; readonly data?: string }

function showCommand(): Command {
  return new Command('show')
    .description('all networks in a table, or one with each term, its source, date and class')
    .argument('[id]', 'a network; without it, all')
    .option('--as-of <date>', 'the day for which a fee is looked up; today without it', day)
    .option('--data <folder>', 'the data folder to use')
    .option('--json', 'print JSON only')
    .action(async (id: string | undefined, { asOf, json, data }: ShowOptions) => {
      const date = asOf ?? today()
      const listing = await withClient(data, (client) => client.market.list())
      if (id === undefined) {
        if (json === true) console.log(JSON.stringify({ asOf: date, ...listing }, null, 2))
        else for (const line of networksTable(listing, date)) console.log(line)
        return
      }
      const entry = listing.markets.find((each) => each.id === id)
      if (entry === undefined) throw new Error(noSuchNetwork(id, listing))
      if (json === true)
        console.log(JSON.stringify({ asOf: date, ...entry, fees: feesInForce(entry.profile, date) }, null, 2))
      else for (const line of networkLines(entry, listing, date)) console.log(line)
    })
}

type ImportOptions = {
  readonly networks?: readonly string[]
  readonly dryRun?: true
  readonly yes?: true
  readonly json?: true
  readonly data?: string
}

function importCommand(): Command {
  return new Command('import')
    .description('print what a market pack would change; with --yes, take it in')
    .argument('<file>', 'a market pack as JSON; - reads standard input')
    .option('--networks <ids>', 'only these, joined by commas', (given) => given.split(','))
    .option('--dry-run', 'change nothing, even with --yes')
    .option('--yes', 'take it in')
    .option('--data <folder>', 'the data folder to use')
    .option('--json', 'print JSON only')
    .action(async (file: string, { networks, dryRun, yes, json, data }: ImportOptions) => {
      const text = readTextFile(file)
      await withClient(data, async (client) => {
        const whole = await named(file, client.market.packPreview({ text }))
        const missing = (networks ?? []).filter((id) => !whole.markets.some((market) => market.id === id))
        if (missing.length > 0)
          throw new Error(`${file} has no network with the id ${missing.join(', ')}. Nothing was changed.`)
        const markets = whole.markets.filter(({ id }) => networks?.includes(id) ?? true)
        const differing = markets
          .filter(({ status }) => status !== 'same')
          .map(({ id, revision }) => ({ id, revision }))
        const isTaken = yes === true && dryRun !== true && differing.length > 0
        if (isTaken) await client.market.packImport({ text, networks: differing })
        if (json === true)
          console.log(
            JSON.stringify(
              { ...whole, markets, imported: isTaken ? differing.map(({ id }) => id) : [] },
              null,
              2,
            ),
          )
        else for (const line of previewLines({ ...whole, markets }, isTaken)) console.log(line)
      })
    })
}

type ExportOptions = { readonly shipped?: true; readonly out?: string; readonly data?: string }

function exportCommand(): Command {
  return new Command('export')
    .description('networks as a market pack, with your edits; to standard output without --out')
    .argument('[ids...]', 'networks; without one, all')
    .option('--shipped', 'without your edits')
    .option('--out <file>', 'the file to write; one that is there is replaced')
    .option('--data <folder>', 'the data folder to use')
    .action(async (given: readonly string[], { shipped, out, data }: ExportOptions) => {
      const text = await withClient(data, async (client) => {
        const listing = await client.market.list()
        const ids = given.length > 0 ? [...new Set(given)] : listing.markets.map(({ id }) => id)
        for (const id of ids)
          if (!listing.markets.some((entry) => entry.id === id)) throw new Error(noSuchNetwork(id, listing))
        return (await client.market.exportPack({ ids, withEdits: shipped !== true })).text
      })
      if (out === undefined) process.stdout.write(text)
      else {
        writeTextFile(out, text)
        console.log(`${out}: a market pack; idlewatt market import takes it in.`)
      }
    })
}

function noSuchNetwork(id: string, { markets }: MarketListing): string {
  return `There is no network with the id ${id}. There are: ${markets.map((each) => each.id).join(', ')}.`
}
