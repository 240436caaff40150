/** What the cards say now, in a sentence. */
import { figureWords } from '../../controls/figure-text.ts'
import type { Reading, RigSample, SourceState } from '../../../shared/telemetry/gpu-sample.ts'
import type { StreamConnection } from '../../stream.ts'
import { totalWatts } from '../../telemetry/live.ts'

export function liveSentence(
  state: SourceState,
  sample: RigSample | null,
  connection: StreamConnection,
): string {
  if (connection.kind === 'lost') return 'The readings have stopped: Idlewatt’s backend does not answer.'
  switch (state.kind) {
    case 'starting':
      return 'Looking for GPUs on this machine.'
    case 'absent':
      return 'No GPU of this machine can be measured.'
    case 'failing':
      return 'The GPUs of this machine cannot be read just now.'
    case 'live':
      return sample === null ? 'Waiting for the first reading.' : `${drawSentence(sample)}.`
    case 'replay':
      return sample === null
        ? 'Reading the recording.'
        : `In the recording, ${lowerFirst(drawSentence(sample))}.`
  }
}

/** "2 cards draw 431 W together, of 770 W allowed": cards that tell nothing are named, not counted as zero. */
function drawSentence(sample: RigSample): string {
  const { gpus } = sample
  const draw = totalWatts(gpus, 'boardWatts')
  const limit = totalWatts(gpus, 'boardLimitWatts')
  if (gpus.length === 0) return 'The driver answers, but lists no card'
  const one = gpus.length === 1 ? gpus[0] : undefined
  const cards = one === undefined ? `${gpus.length} cards` : one.name
  if (draw.watts === null)
    return one === undefined ? `${cards} are there; none tells its watts` : `${cards} does not tell its watts`
  const watts = figureWords(draw.watts, 'watts', { decimals: draw.watts < 10 ? 1 : 0 })
  if (draw.cardsCounted < draw.cards)
    return `${draw.cardsCounted} of ${cards} ${draw.cardsCounted === 1 ? 'tells its' : 'tell their'} watts: ${watts}`
  const allowed =
    limit.watts === null || limit.cardsCounted < limit.cards
      ? ''
      : one === undefined
        ? `, of ${figureWords(limit.watts, 'watts')} allowed`
        : ` of the ${figureWords(limit.watts, 'watts')} it may draw`
  return one === undefined ? `${cards} draw ${watts} together${allowed}` : `${cards} draws ${watts}${allowed}`
}

function lowerFirst(sentence: string): string {
  return /^\d/.test(sentence) ? sentence : sentence.replace(/^The /, 'the ')
}

/** Why a reading is unknown, in the words of a person. */
export function unknownWords(reading: Extract<Reading, { value: null }>): string {
  switch (reading.reason) {
    case 'not-offered-by-driver':
      return 'not offered by the driver'
    case 'not-available':
      return 'not available'
    case 'unreadable':
      return reading.raw === null ? 'unreadable' : `unreadable: “${reading.raw}”`
    case 'out-of-range':
      return reading.raw === null ? 'out of range' : `out of range: “${reading.raw}”`
  }
}
