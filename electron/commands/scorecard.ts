/** `idlewatt scorecard`: cards in the book: their ranges and gates, what to find out next, handed on and taken in. */
import { Command, InvalidArgumentError } from 'commander'
import { type Role, roles } from '../../shared/diligence/checklist.ts'
import { oneLine } from '../../shared/diligence/report/visible.ts'
import type { DiligenceListing, Scorecard } from '../../shared/diligence/scorecard.ts'
import { cardLines, cardsTable, importLines, readCard, type ReadCard, toDoLines } from './scorecard-text.ts'
import { day, named, readTextFile, today, withClient, writeTextFile } from './with-client.ts'

export function scorecardCommand(): Command {
  return new Command('scorecard')
    .description('scorecards: what is known of a market, how surely, and what to find out next')
    .addCommand(listCommand())
    .addCommand(readingCommand('show', 'one card: its ranges, gates, tripwires and every answer', cardLines))
    .addCommand(
      readingCommand(
        'todo',
        'what to find out next: the first test, then the five questions worth most',
        toDoLines,
      ),
    )
    .addCommand(exportCommand())
    .addCommand(importCommand())
}

type ReadOptions = {
  readonly asOf?: string
  readonly role?: readonly Role[]
  readonly json?: true
  readonly data?: string
}

function listCommand(): Command {
  return new Command('list')
    .description('all cards with the range of each pillar')
    .option('--as-of <date>', 'the cards as they were on that day; today without it', day)
    .option('--data <folder>', 'the data folder to use')
    .option('--json', 'print JSON only')
    .action(async ({ asOf, json, data }: ReadOptions) => {
      const date = asOf ?? today()
      const listing = await withClient(data, (client) => client.scorecard.list())
      if (json === true) {
        const cards = listing.scorecards.map((card) => summaryOf(readCard(card, listing, date)))
        console.log(JSON.stringify({ asOf: date, scorecards: cards }, null, 2))
      } else for (const line of cardsTable(listing, date)) console.log(line)
    })
}

function readingCommand(
  name: 'show' | 'todo',
  description: string,
  linesOf: (read: ReadCard) => readonly string[],
): Command {
  return new Command(name)
    .description(description)
    .argument('<card>', 'its id, or its name where only one card has it')
    .option('--as-of <date>', 'the card as it was on that day; today without it', day)
    .option(
      '--role <roles>',
      `one or two of ${roles.join(', ')}, joined by a comma; the card’s own without it`,
      rolesOf,
    )
    .option('--data <folder>', 'the data folder to use')
    .option('--json', 'print JSON only')
    .action(async (given: string, { asOf, role, json, data }: ReadOptions) => {
      const listing = await withClient(data, (client) => client.scorecard.list())
      const read = readCard(cardNamed(listing, given), listing, asOf ?? today(), role)
      if (json === true) console.log(JSON.stringify(name === 'show' ? wholeOf(read) : toDoOf(read), null, 2))
      else for (const line of linesOf(read)) console.log(line)
    })
}

type ExportOptions = { readonly out?: string; readonly data?: string }

function exportCommand(): Command {
  return new Command('export')
    .description('a card with its whole history; to standard output without --out')
    .argument('<card>', 'its id, or its name where only one card has it')
    .option('--out <file>', 'the file to write; one that is there is replaced')
    .option('--data <folder>', 'the data folder to use')
    .action(async (given: string, { out, data }: ExportOptions) => {
      const text = await withClient(data, async (client) => {
        const { id } = cardNamed(await client.scorecard.list(), given)
        return (await client.scorecard.exportCard({ id })).text
      })
      if (out === undefined) process.stdout.write(text)
      else {
        writeTextFile(out, text)
        console.log(`${out}: a scorecard; idlewatt scorecard import takes it in.`)
      }
    })
}

type ImportOptions = {
  readonly mine?: true
  readonly into?: string
  readonly take?: readonly string[]
  readonly dryRun?: true
  readonly yes?: true
  readonly json?: true
  readonly data?: string
}

function importCommand(): Command {
  return new Command('import')
    .description('print what a card from a file would bring; with --yes, take it in')
    .argument('<file>', 'a scorecard as JSON; - reads standard input')
    .option(
      '--mine',
      'it is your own, from another copy of Idlewatt: its answers keep their class; somebody else’s are a third party’s word',
    )
    .option('--into <card>', 'the card that somebody else’s goes into, or "new"')
    .option('--take <items>', 'items whose answers of the file are to count, joined by commas', (given) =>
      given.split(','),
    )
    .option('--dry-run', 'change nothing, even with --yes')
    .option('--yes', 'take it in')
    .option('--data <folder>', 'the data folder to use')
    .option('--json', 'print JSON only')
    .action(async (file: string, { mine, into, take = [], dryRun, yes, json, data }: ImportOptions) => {
      if (into !== undefined && mine === true)
        throw new Error('--into does not go with --mine: a card of your own goes on where it is.')
      const text = readTextFile(file)
      const as = mine === true ? 'mine' : 'theirs'
      await withClient(data, async (client) => {
        const chosen =
          into === undefined
            ? {}
            : { intoId: into === 'new' ? null : cardNamed(await client.scorecard.list(), into).id }
        const preview = await named(file, client.scorecard.importPreview({ text, as, ...chosen }))
        const { intoId, headDigest } = preview
        const isTaken = yes === true && dryRun !== true
        const card = isTaken
          ? await named(file, client.scorecard.importCard({ text, as, intoId, headDigest, take: [...take] }))
          : null
        if (json === true) console.log(JSON.stringify({ ...preview, imported: card?.id ?? null }, null, 2))
        else for (const line of importLines(preview, isTaken)) console.log(line)
      })
    })
}

function rolesOf(given: string): readonly Role[] {
  const chosen = [...new Set(given.split(','))]
  const known = roles.filter((role) => chosen.includes(role))
  if (known.length === chosen.length && known.length <= 2) return known
  throw new InvalidArgumentError(`expected one or two of ${roles.join(', ')}, joined by a comma`)
}

function cardNamed({ scorecards }: DiligenceListing, given: string): Scorecard {
  const byId = scorecards.filter(({ id }) => id === given)
  const found = byId.length > 0 ? byId : scorecards.filter(({ body }) => body.name === given)
  if (found.length === 1) return found[0]!
  const cards = (found.length > 0 ? found : scorecards).map(({ id, body }) => `${id} (${oneLine(body.name)})`)
  throw new Error(
    found.length > 0
      ? `${found.length} scorecards have this name; say which by its id: ${cards.join(', ')}.`
      : `There is no scorecard with this id or name. There are: ${cards.join(', ') || 'none yet'}.`,
  )
}

function summaryOf({ card, roles: forRoles, scored, gates }: ReadCard) {
  const { id, body, damage } = card
  return {
    id,
    name: body.name,
    networkId: body.networkId,
    roles: forRoles,
    pillars: Object.values(scored.pillars).map(({ pillar, low, high, verdict }) => ({
      pillar,
      low,
      high,
      verdict,
    })),
    gates,
    damage,
  }
}

function wholeOf(read: ReadCard) {
  return {
    asOf: read.asOf,
    ...summaryOf(read),
    redFlags: Object.values(read.scored.pillars).map(({ pillar, redFlags }) => ({
      pillar,
      items: redFlags.map(({ item }) => item.id),
    })),
    tripwires: read.tripwires,
    items: read.scored.items.map(({ item, answer, state, weight, certainty, interval }) => ({
      id: item.id,
      part: item.part,
      question: item.question,
      state,
      weight,
      certainty,
      interval,
      answer,
    })),
  }
}

function toDoOf({ card, asOf, roles: forRoles, firstActions, toDo }: ReadCard) {
  return {
    asOf,
    id: card.id,
    roles: forRoles,
    firstActions,
    toDo: toDo.map(({ scored, isVerdictChanging, verdictChanges, widthPoints }) => ({
      id: scored.item.id,
      question: scored.item.question,
      howToCheck: scored.item.howToCheck,
      isVerdictChanging,
      verdictChanges,
      widthPoints,
    })),
  }
}
