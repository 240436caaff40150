/** Programs in other languages on a command line: known shapes in their text, not a parse. */
import type { Call } from './call.ts'
import { report } from './machine.ts'
import { namesKeyPath, searchesForKeys } from './paths.ts'
import { has, literal, origin, type Value } from './value.ts'

const fetches =
  /urllib|urlopen|requests\s*\.\s*(?:get|post)|http\.client|httpx|aiohttp|LWP|HTTP::Tiny|IO::Socket|Net::HTTP|open-uri|URI\.open|https?\.get|require\(\s*["'](?:node:)?https?["']|\bfetch\s*\(|file_get_contents\s*\(\s*["']https?|curl_exec|\bsocket\b|fsockopen|TCPSocket|net\.connect|\b(?:curl|wget)\b/i
const runs =
  /\bexec\w*\s*[( ]|\beval\w*\s*[( ]|\bsystem\s*[( ]|\bpopen|subprocess|child_process|spawn|os\.exec|\bcompile\s*\(|runpy|importlib|new Function|passthru|shell_exec|proc_open|`[^`]+`/i
const connects = /\bsocket\b|IO::Socket|fsockopen|TCPSocket|net\.(?:connect|Socket)|\/dev\/tcp/i
const shells = /\/bin\/(?:ba|da|z)?sh|cmd\.exe|pty\.spawn|dup2/
const decodes =
  /b64decode|b32decode|decode_base64|base64_decode|\bunhexlify|fromhex|Base64\.decode|from\([^)]{0,200}["'](?:base64|hex)["']|\batob\s*\(|codecs\.decode|decode\(["'](?:hex|rot|base64)|zlib\.decompress|marshal\.loads|pack\s*\(?\s*["']H\*|unpack\(["'][mu]|chr\(\w+\)\s*for|gzinflate|str_rot13|(?:chr\(\d+\)\W{0,3}){4}|(?:\\x[0-9a-f]{2}){4}/i
const environment = /os\.environ|\bgetenv|%ENV|\$ENV\b|\bENV\b|process\.env|\$_ENV|\$_SERVER/
const readsFile =
  /\bopen\s*\(|readFile|\.read\(\)|File\.read|read_text|\bslurp|file_get_contents\s*\((?!\s*["']https?)/
const sends =
  /\bpost\b|\bdata\s*=|\bbody\s*:|\bsend(?:all|to)?\s*\(|urlencode|\bput\b|method\s*[:=]\s*["']P|\?\w*=?["']?\s*[+.]/i
const shellCalls =
  /(?:system|popen|getoutput|check_output|call|run|exec|execSync|shell_exec|passthru|Popen)\s*\(?\s*\(?\s*(?:"((?:[^"\\]|\\.){1,4000})"|'((?:[^'\\]|\\.){1,4000})'|\[([^\]]{1,4000})\])|`([^`]{1,4000})`/g

/** Reviews a program given as text to python, perl, ruby, node, php or awk. */
export function reviewCode(code: Value, call: Call): void {
  const { scene, machine, at } = call
  const { text } = code
  if (has(code, origin.fetched)) report(machine, 'fetched-and-run', scene, at)
  if (has(code, origin.decoded, origin.codes)) report(machine, 'decoded-and-run', scene, at)
  if (fetches.test(text) && runs.test(text)) report(machine, 'fetched-and-run', scene, at)
  if (
    has(scene.input, origin.fetched) &&
    /(?:exec|eval|system)\s*\(?[^;\n]{0,80}(?:stdin|<>|STDIN|gets|input\()/.test(text)
  )
    report(machine, 'fetched-and-run', scene, at)
  if (connects.test(text) && shells.test(text)) report(machine, 'remote-commands', scene, at)
  if (decodes.test(text) && runs.test(text)) report(machine, 'decoded-and-run', scene, at)
  if (namesKeyPath(text)) report(machine, 'key-path', scene, at)
  if (/glob|walk|find/i.test(text) && searchesForKeys(text)) report(machine, 'key-search', scene, at)
  if (
    fetches.test(text) &&
    sends.test(text) &&
    (environment.test(text) || readsFile.test(text.replace(/urlopen\s*\(|URI\.open\s*\(/g, ' ')))
  )
    report(machine, 'uploaded', scene, at)
  for (const [, double, single, list, ticks] of [...text.matchAll(shellCalls)].slice(0, 50)) {
    const command =
      double ?? single ?? ticks ?? list?.replace(/["'],\s*["']/g, ' ').replace(/^\s*["']|["']\s*$/g, '') ?? ''
    machine.runText(machine, literal(command.replace(/\\(["'])/g, '$1')), { ...scene, conditional: true }, at)
  }
}
