import { ChartFrame } from './ChartFrame.tsx'
import classes from './PillarBands.module.css'
import { bandPath, type BandPoint, bandsSummary, type PillarBand, wholePoints } from './pillar-bands.ts'

export type { BandPoint, PillarBand } from './pillar-bands.ts'

type PillarBandsProps = {
  readonly title: string
  readonly bands: readonly PillarBand[]
  /** A day to mark in every picture. */
  readonly marked: string | null
}

const width = 300
const height = 84

/** Each pillar's range over time, in a small picture of its own: they are never laid over each other. */
export function PillarBands({ title, bands, marked }: PillarBandsProps) {
  const days = bands[0]?.points.map(({ day }) => day) ?? []
  return (
    <ChartFrame title={title} summary={bandsSummary(bands)} table={<BandTable bands={bands} />}>
      <div className={classes.bands}>
        {bands.map(({ label, points }) => (
          <figure key={label} className={classes.band}>
            <figcaption className={classes.label}>{label}</figcaption>
            <svg viewBox={`0 0 ${width} ${height}`} className={classes.picture} preserveAspectRatio="none">
              {[40, 60, 75].map((limit) => (
                <line
                  key={limit}
                  className={classes.limit}
                  x1={0}
                  x2={width}
                  y1={height * (1 - limit / 100)}
                  y2={height * (1 - limit / 100)}
                />
              ))}
              <path className={classes.area} d={bandPath(points, width, height)} />
              {marked !== null && <Marked day={marked} points={points} />}
            </svg>
            <span className={classes.top}>100</span>
            <span className={classes.bottom}>0</span>
            <span className={classes.days}>
              <span>{days[0]}</span>
              {days.length > 1 && <span>{days.at(-1)}</span>}
            </span>
          </figure>
        ))}
      </div>
    </ChartFrame>
  )
}

function Marked({ day, points }: { readonly day: string; readonly points: readonly BandPoint[] }) {
  const [from, to] = [points[0]?.day, points.at(-1)?.day]
  if (from === undefined || to === undefined || day < from || day > to || from === to) return null
  const at = (Date.parse(day) - Date.parse(from)) / (Date.parse(to) - Date.parse(from))
  return <line className={classes.marked} x1={at * width} x2={at * width} y1={0} y2={height} />
}

function BandTable({ bands }: { readonly bands: readonly PillarBand[] }) {
  const points = bands[0]?.points ?? []
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Day</th>
          {bands.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map(({ day }, at) => (
          <tr key={day}>
            <th scope="row">{day}</th>
            {bands.map(({ label, points: ofBand }) => {
              const point = ofBand[at]
              return <td key={label}>{point === undefined ? '' : wholePoints(point)}</td>
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
