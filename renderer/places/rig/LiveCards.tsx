import type { ReactNode } from 'react'
import type { Unit } from '../../../shared/figure.ts'
import type { GpuSample, Reading, RigSample } from '../../../shared/telemetry/gpu-sample.ts'
import { figureWords } from '../../controls/figure-text.ts'
import tables from '../../controls/Table.module.css'
import { totalWatts } from '../../telemetry/live.ts'
import classes from './LiveCards.module.css'
import { unknownWords } from './live-words.ts'

type LiveCardsProps = {
  readonly sample: RigSample
  /** False while the readings are of the past. */
  readonly isCurrent: boolean
}

export function LiveCards({ sample: { gpus }, isCurrent }: LiveCardsProps) {
  return (
    <section aria-label="Detected cards" data-past={!isCurrent || undefined} className={classes.section}>
      <div className={tables.scroller} tabIndex={0} role="region" aria-label="Detected cards, table">
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">Card</th>
              <th scope="col" colSpan={2} data-number>
                Board power
              </th>
              <th scope="col" data-number>
                Limit
              </th>
              <th scope="col" data-number>
                Busy share
              </th>
              <th scope="col" data-number>
                Temperature
              </th>
              <th scope="col" data-number>
                Memory in use
              </th>
            </tr>
          </thead>
          <tbody>
            {gpus.map((gpu) => (
              <CardRow key={gpu.uuid} gpu={gpu} />
            ))}
          </tbody>
          {gpus.length > 1 && <TotalRow gpus={gpus} />}
        </table>
      </div>
    </section>
  )
}

function CardRow({ gpu }: { readonly gpu: GpuSample }) {
  const { boardWatts, boardLimitWatts, memoryUsedMebibytes, memoryTotalMebibytes } = gpu
  const share =
    boardWatts.value === null || boardLimitWatts.value === null || boardLimitWatts.value <= 0
      ? null
      : boardWatts.value / boardLimitWatts.value
  return (
    <tr>
      <th scope="row">
        <span className={classes.name}>{gpu.name}</span>
        <span className={classes.detail}>
          {gpu.index === null ? '' : `number ${gpu.index}`}
          {gpu.pciBusId === null ? '' : `, slot ${shortSlot(gpu.pciBusId)}`}
        </span>
      </th>
      <td className={classes.gauge}>{share !== null && <Gauge share={share} />}</td>
      <td data-number className={classes.watts}>
        <ReadingText reading={boardWatts} unit="watts" decimals={1} />
      </td>
      <td data-number>
        <ReadingText reading={boardLimitWatts} unit="watts" decimals={0} />
      </td>
      <td data-number>
        <ReadingText reading={gpu.busyRatio} unit="ratio" decimals={0} />
      </td>
      <td data-number>
        <ReadingText reading={gpu.temperatureCelsius} text={(celsius) => `${celsius.toFixed(0)}\u00a0°C`} />
      </td>
      <td data-number>
        <ReadingText reading={memoryUsedMebibytes} text={gibibytes} />
        {memoryTotalMebibytes.value !== null && (
          <span className={classes.of}> of {gibibytes(memoryTotalMebibytes.value)}</span>
        )}
      </td>
    </tr>
  )
}

function TotalRow({ gpus }: { readonly gpus: readonly GpuSample[] }) {
  const draw = totalWatts(gpus, 'boardWatts')
  const limit = totalWatts(gpus, 'boardLimitWatts')
  return (
    <tfoot>
      <tr>
        <th scope="row">{gpus.length} cards together</th>
        <td />
        <td data-number className={classes.watts}>
          <TotalText {...draw} decimals={1} />
        </td>
        <td data-number>
          <TotalText {...limit} decimals={0} />
        </td>
        <td colSpan={3} />
      </tr>
    </tfoot>
  )
}

type TotalTextProps = ReturnType<typeof totalWatts> & { readonly decimals: number }

function TotalText({ watts, cardsCounted, cards, decimals }: TotalTextProps) {
  if (watts === null) return <Unknown>unknown</Unknown>
  return (
    <>
      {figureWords(watts, 'watts', { decimals })}
      {cardsCounted < cards && (
        <span className={classes.of}>
          {' '}
          from {cardsCounted} of {cards}
        </span>
      )}
    </>
  )
}

type ReadingTextProps = { readonly reading: Reading } & (
  | { readonly unit: Unit; readonly decimals: number }
  | { readonly text: (value: number) => string }
)

function ReadingText(props: ReadingTextProps) {
  const { reading } = props
  if (reading.value === null) return <Unknown>{unknownWords(reading)}</Unknown>
  return 'text' in props
    ? props.text(reading.value)
    : figureWords(reading.value, props.unit, { decimals: props.decimals })
}

function Unknown({ children }: { readonly children: ReactNode }) {
  return <span className={classes.unknown}>{children}</span>
}

function Gauge({ share }: { readonly share: number }) {
  return (
    <span className={classes.track} aria-hidden>
      <span
        className={classes.fill}
        data-over={share > 1 || undefined}
        style={{ width: `${Math.min(100, share * 100)}%` }}
      />
    </span>
  )
}

function gibibytes(mebibytes: number): string {
  return `${(mebibytes / 1024).toFixed(1)}\u00a0GiB`
}

/** "01:00.0" of "00000000:01:00.0": the domain is the same on nearly every machine. */
function shortSlot(pciBusId: string): string {
  return pciBusId.replace(/^0+:/, '')
}
