/** A report laid out: one sentence first, then the three pillars, and everything down to the single entry. @see SPEC.md RP1 */
import { formatFigure } from '../../units.ts'
import { redFlagCap } from '../score.ts'
import type { Block, Cell, ReportDocument, Span } from './document.ts'
import { evidenceBlocks } from './evidence-blocks.ts'
import { itemBlocks, unknownBlocks } from './item-blocks.ts'
import { jobBlocks, tripwireBlocks } from './job-blocks.ts'
import { aRole, behindGate, gateLabels, gateStands } from '../words.ts'
import type { Report } from './report.ts'
import { counted, listed, partWords, pointsOf, rangeOf } from './words.ts'

/** The blocks of a report, in order. Example: the first is the title, with the card's name. @see SPEC.md RP1 */
export function documentOf(report: Report): ReportDocument {
  return {
    name: report.name,
    on: report.on,
    blocks: [
      { kind: 'title', text: report.name },
      {
        kind: 'quiet',
        spans: [`Scorecard as of ${report.on}, ${forWhom(report)}. ${checklistWords(report)}`],
      },
      ...report.damage.map(({ message }): Block => ({ kind: 'alarm', spans: [`Damaged: ${message}`] })),
      { kind: 'lead', spans: [sentenceOf(report)] },
      ...pillarBlocks(report),
      ...gateBlocks(report),
      ...redFlagBlocks(report),
      ...toDoBlocks(report),
      ...unknownBlocks(report),
      ...jobBlocks(report),
      ...tripwireBlocks(report),
      ...itemBlocks(report),
      ...evidenceBlocks(report),
    ],
  }
}

function forWhom({ roles }: Report): string {
  return `for ${listed(roles.map(aRole))}`
}

function checklistWords({ card, items }: Report): string {
  if (card.checklist === null) return 'No checklist was in force on that day: nothing is asked.'
  const own = items.length - card.checklist.items.length
  const ofOwn = own === 0 ? '' : ` and ${counted(own, 'own question')}`
  const asked = counted(card.checklist.items.length, 'question')
  return `Checklist “${card.checklist.name}”, version ${card.checklist.version}: ${asked}${ofOwn}.`
}

/**
 * The answer in words, before everything else.
 * Example: "Service: avoid (0 to 25 of 100). ... 1 of 60 questions is answered; the first test is still to be done."
 * @see SPEC.md RP1
 */
export function sentenceOf(report: Report): string {
  const ofPillars = report.pillars.map(({ score: { pillar, low, high, verdict }, greyedBy }) => {
    const greyed = greyedBy === null ? '' : ', greyed by a closed gate'
    return `${partWords[pillar]}: ${verdict} (${rangeOf({ low, high })} of 100${greyed}).`
  })
  const answered = report.items.filter(({ scored }) => scored.answer !== null).length
  const isDone = report.toDo.firstActions.length === 0
  return [
    ...ofPillars,
    `${answered} of ${counted(report.items.length, 'question')} ${answered === 1 ? 'is' : 'are'} answered;`,
    `the first test ${isDone ? 'was done' : 'is still to be done'}.`,
  ].join(' ')
}

function pillarBlocks(report: Report): readonly Block[] {
  const rows = report.pillars.map(({ score, greyedBy }): readonly Cell[] => [
    [{ strong: partWords[score.pillar] }],
    { range: { low: score.low, high: score.high, most: 100, isGreyed: greyedBy !== null } },
    [score.verdict],
    [
      score.redFlags.length === 0
        ? 'nothing'
        : `${counted(score.redFlags.length, 'red flag')}: at most ${redFlagCap}`,
    ],
    [formatFigure(score.notApplicableShare, 'ratio')],
  ])
  const greyed = report.pillars.flatMap(({ score: { pillar }, greyedBy }): readonly (readonly Span[])[] =>
    greyedBy === null ? [] : [[`${partWords[pillar]} is greyed: ${greyedBy.reason}`]],
  )
  const own = report.pillars.flatMap(({ score: { pillar, ownShare } }): readonly (readonly Span[])[] =>
    ownShare === 0
      ? []
      : [[`Own questions are ${formatFigure(ownShare, 'ratio')} of the weight of ${partWords[pillar]}.`]],
  )
  const notes = [...greyed, ...own]
  return [
    { kind: 'heading', text: 'Three pillars' },
    {
      kind: 'table',
      columns: [
        { title: 'Pillar', share: 4 },
        { title: 'Range, of 100', share: 6 },
        { title: 'Verdict', share: 4 },
        { title: 'What caps it', share: 4 },
        { title: 'Not applicable, of its weight', share: 3, isNumber: true },
      ],
      rows,
    },
    ...(notes.length === 0 ? [] : [{ kind: 'list', items: notes } as const]),
    {
      kind: 'quiet',
      spans: [
        'Each pillar lies between two numbers: what is not known, and what has aged, is the distance between them. In the bars the certain part is solid, what is only possible is not. The three are never made into one.',
      ],
    },
  ]
}

function gateBlocks({ gates, holdingGreyedBy }: Report): readonly Block[] {
  return [
    { kind: 'heading', text: 'Gates' },
    {
      kind: 'table',
      columns: [
        { title: 'Gate', share: 5 },
        { title: 'Stands', share: 3 },
        { title: 'Because', share: 12 },
      ],
      rows: gates.map((gate) => [
        [`${gateLabels[gate.id]}, before ${behindGate[gate.before]}`],
        [gateStands(gate)],
        [gate.reason],
      ]),
    },
    ...(holdingGreyedBy === null
      ? []
      : [{ kind: 'quiet', spans: [`Holding the token is greyed: ${holdingGreyedBy.reason}`] } as const]),
  ]
}

function redFlagBlocks({ items }: Report): readonly Block[] {
  const raised = items.filter(({ scored }) => scored.isRedFlag)
  return [
    { kind: 'heading', text: 'Red flags' },
    raised.length === 0
      ? { kind: 'paragraph', spans: ['None is raised.'] }
      : {
          kind: 'list',
          items: raised.map(({ scored, flaggedBy }) => [
            { strong: scored.item.question },
            ` no, by entry ${flaggedBy}. It does not age.`,
          ]),
        },
  ]
}

function toDoBlocks({ toDo: { firstActions, next: toFindOut } }: Report): readonly Block[] {
  const first = firstActions.map(({ role, words }): readonly Span[] => [
    { strong: `First, as ${aRole(role)}:` },
    ` ${words}`,
  ])
  const next = toFindOut.map(({ scored, isVerdictChanging, widthPoints }): readonly Span[] => [
    { strong: scored.item.question },
    ` ${isVerdictChanging ? 'Can change a verdict. ' : ''}${narrowingWords(widthPoints)} ${scored.item.howToCheck}`,
  ])
  return [
    { kind: 'heading', text: 'What to find out next' },
    first.length + next.length === 0
      ? { kind: 'paragraph', spans: ['Nothing is left to find out today.'] }
      : { kind: 'list', items: [...first, ...next] },
  ]
}

function narrowingWords(widthPoints: number): string {
  const points = pointsOf(Math.abs(widthPoints))
  return widthPoints < 0
    ? `An own test could widen the ranges by up to ${points} points: it may contradict what stands.`
    : `An own test narrows the ranges by at least ${points} points.`
}
