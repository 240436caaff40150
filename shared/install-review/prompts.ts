/**
 * A pasted command as somebody copied it from a page: with the prompt before it, and quotes that a word processor set.
 * @see SPEC.md SR9
 */

/** `user@host:~$ `, `(base) $ `, `% `, `❯ `: what a terminal writes before a command. */
const prompt = /^[ \t]*(?:\([\w.-]{1,40}\) ?)?(?:\[?[\w.-]{1,40}@[\w.-]{1,60}[^\n$#%]{0,80})?[$%❯➜] (?=\S)/
/** A root prompt, or a comment: only where every line is one or the other. */
const rootPrompt = /^[ \t]*(?:\[?[\w.-]{1,40}@[\w.-]{1,60}[^\n$#%]{0,80})?# (?=\S)/
const continued = /^[ \t]*> (?=\S)/

/**
 * The text without prompts, every character still in its place: blanks stand where they stood, plain quotes where
 * typographic ones did. The text itself where there are none.
 * Example: `withoutPrompts('$ curl x | sh')` is `'  curl x | sh'`. @see SPEC.md SR9
 */
export function withoutPrompts(text: string): string {
  const lines = text
    .replaceAll(/[“”„‟]/g, '"')
    .replaceAll(/[‘’‚‛]/g, "'")
    .split('\n')
  const isAllRoot = lines.every((line) => line.trim() === '' || rootPrompt.test(line) || prompt.test(line))
  return lines
    .map((line) => {
      const found = prompt.exec(line) ?? (isAllRoot ? rootPrompt.exec(line) : null) ?? continued.exec(line)
      return found === null ? line : ' '.repeat(found[0].length) + line.slice(found[0].length)
    })
    .join('\n')
}
