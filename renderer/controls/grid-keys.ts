/** Where a key leads in the table: rows up and down, and within a row to the cells that have more to say. */

const rowSelector = 'tr[data-row]'
const cellSelector = '[data-more]'

/** The element that gets the focus, or null where the key is none of the table's. */
export function gridTarget(table: HTMLElement, from: Element, key: string): HTMLElement | null {
  const rows = [...table.querySelectorAll<HTMLElement>(rowSelector)]
  const row = from.closest<HTMLElement>(rowSelector)
  if (row === null) return key === 'ArrowDown' && from.closest('thead') !== null ? (rows[0] ?? null) : null
  const at = rows.indexOf(row)
  const cells = [...row.querySelectorAll<HTMLElement>(cellSelector)]
  const cell = cells.findIndex((each) => each.contains(from))
  switch (key) {
    case 'ArrowDown':
      return rows[Math.min(rows.length - 1, at + 1)] ?? null
    case 'ArrowUp':
      return rows[Math.max(0, at - 1)] ?? null
    case 'Home':
      return rows[0] ?? null
    case 'End':
      return rows.at(-1) ?? null
    case 'ArrowRight':
      return cells[Math.min(cells.length - 1, cell + 1)] ?? row
    case 'ArrowLeft':
      return cell <= 0 ? row : (cells[cell - 1] ?? row)
    default:
      return null
  }
}
