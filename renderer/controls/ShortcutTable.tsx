import { Kbd } from '@mantine/core'
import classes from './ShortcutTable.module.css'

type ShortcutTableProps = {
  readonly caption: string
  readonly shortcuts: readonly {
    readonly id: string
    readonly keys: readonly string[]
    readonly what: string
  }[]
}

export function ShortcutTable({ caption, shortcuts }: ShortcutTableProps) {
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>{caption}</caption>
      <tbody>
        {shortcuts.map(({ id, keys, what }) => (
          <tr key={id}>
            <th scope="row" className={classes.keys}>
              {keys.map((key) => (
                <Kbd key={key} className={classes.key}>
                  {key}
                </Kbd>
              ))}
            </th>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
