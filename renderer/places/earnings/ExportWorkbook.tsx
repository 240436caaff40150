import { Button } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'
import { useState } from 'react'
import { isoDate } from '../../../shared/calendar.ts'
import type { InputEntries } from '../../../shared/economics/inputs.ts'
import { useBook } from '../../book.ts'
import { attempt } from '../../frame/attempt.ts'
import { fileNameOf, handOver } from '../../hand-over.ts'

const dayMs = 86_400_000
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type ExportWorkbookProps = {
  readonly name: string
  readonly entries: InputEntries
}

/** Hands the scenario over as a spreadsheet. Its code is loaded when it is asked for. */
export function ExportWorkbook({ name, entries }: ExportWorkbookProps) {
  const version = useBook((book) => book.about.version)
  const [working, setWorking] = useState(false)
  const run = async () => {
    setWorking(true)
    await attempt('export the workbook', async () => {
      const { workbookOf } = await import('../../../shared/workbook/workbook.ts')
      const { xlsxOf } = await import('../../../shared/workbook/xlsx-file.ts')
      const date = isoDate(Math.floor(Date.now() / dayMs))
      const bytes = xlsxOf(workbookOf(entries, { name, date, version }))
      handOver(new Blob([new Uint8Array(bytes)], { type: xlsxType }), `${fileNameOf(name, 'Scenario')}.xlsx`)
    })
    setWorking(false)
  }
  return (
    <Button
      variant="default"
      leftSection={<IconTableExport size={14} stroke={1.7} aria-hidden />}
      loading={working}
      onClick={() => void run()}
    >
      Export workbook
    </Button>
  )
}
