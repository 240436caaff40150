/** Gives the person a file, as a download. */
export function handOver(file: Blob, called: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = called
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Letters, digits, blanks and hyphens: what every file system takes. */
export function fileNameOf(name: string, otherwise: string): string {
  return (
    name
      .replaceAll(/[^\p{L}\p{N} -]+/gu, ' ')
      .trim()
      .slice(0, 80) || otherwise
  )
}
