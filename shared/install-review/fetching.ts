/** Commands that fetch from the network or send to it. */
import { named, type Call, type Handlers } from './call.ts'
import { fromBase64 } from './decoding.ts'
import { baseName, isStandardInput, keepFile, readFile, send, sendInAddress } from './files.ts'
import { report } from './machine.ts'
import { anyOf, optionsOf, valuesOf } from './options.ts'
import { has, isKnown, nothing, origin, unknown, unknownText, type Value } from './value.ts'

const fetched = unknown(origin.fetched)

const curlTakes =
  'o d F T H X A e u x b c C m K E w r y Y z Q t U P D output data data-raw data-binary data-urlencode data-ascii json form form-string upload-file header request user-agent referer user proxy cookie cookie-jar max-time connect-timeout retry retry-delay retry-max-time config write-out output-dir url url-query cacert cert key interface resolve dump-header range limit-rate proto proto-redir ciphers tls-max unix-socket netrc-file max-filesize'
const wgetTakes =
  'O P o a i U T t e Q w A R l header output-document directory-prefix post-data post-file body-data body-file method user password user-agent timeout tries input-file output-file execute wait referer'

function curl(call: Call): Value {
  const { scene, machine, at } = call
  const options = optionsOf(call.args, curlTakes)
  for (const body of valuesOf(
    options,
    'd',
    'data',
    'data-binary',
    'data-urlencode',
    'data-ascii',
    'json',
    'F',
    'form',
    'url-query',
  ))
    sendBody(body, call)
  for (const body of valuesOf(options, 'data-raw', 'form-string')) send(body, scene, machine, at)
  for (const path of valuesOf(options, 'T', 'upload-file'))
    send(path.text === '.' ? scene.input : readFile(path.text, scene, machine), scene, machine, at)
  const addresses = [...options.rest, ...valuesOf(options, 'url')]
  for (const sent of [...addresses, ...valuesOf(options, 'A', 'user-agent', 'b', 'cookie', 'e', 'referer')])
    sendInAddress(sent, scene, machine, at)
  for (const header of valuesOf(options, 'H', 'header')) sendHeader(header, call)
  const folder = valuesOf(options, 'output-dir')[0]
  const targets = valuesOf(options, 'o', 'output').filter(
    ({ text }) => !isStandardInput(text) && text !== '/dev/stdout',
  )
  if (anyOf(options, 'O', 'remote-name', 'remote-name-all', 'J'))
    for (const address of addresses) keep(fileOf(address), folder, call)
  for (const target of targets) keep(target, folder, call)
  return targets.length > 0 || anyOf(options, 'O', 'remote-name', 'remote-name-all') ? nothing : fetched
}

/** A token in the header that is made for it is how one logs in; keys and all else are sent away. */
function sendHeader(header: Value, { scene, machine, at }: Call): void {
  const isLogin = /^\s*(?:Authorization|PRIVATE-TOKEN|JOB-TOKEN|X-API-Key)\s*:/i.test(header.text)
  if (has(header, origin.keys) || (!isLogin && has(header, origin.environment)))
    report(machine, 'uploaded', scene, at)
}

/** `name=@file`, `@file`, `@-`, `name=<file`: a file's content; else the text itself. */
function sendBody(body: Value, { scene, machine, at }: Call): void {
  send(body, scene, machine, at)
  const path = /^[^=@]{0,100}=?[@<]([^;]+)/.exec(body.text)?.[1]
  if (path !== undefined) send(readFile(path, scene, machine), scene, machine, at)
}

const fileOf = (address: Value): Value => ({
  text: baseName(address.text.replace(/[?#].*$/, '')),
  flags: address.flags,
})

function keep(path: Value, folder: Value | undefined, { scene, machine }: Call): void {
  if (path.text === '/dev/null') return
  const whole = folder === undefined ? path.text : `${folder.text}/${path.text}`
  if (machine.readers.has(whole)) {
    const { script, scene: inside } = machine.readers.get(whole)!
    machine.runScript(machine, script, { ...inside, input: fetched })
  } else keepFile(machine, whole, fetched, scene.conditional)
}

function wget(call: Call): Value {
  const { scene, machine, at } = call
  const options = optionsOf(call.args, wgetTakes)
  for (const body of valuesOf(options, 'post-data', 'body-data')) send(body, scene, machine, at)
  for (const path of valuesOf(options, 'post-file', 'body-file'))
    send(readFile(path.text, scene, machine), scene, machine, at)
  for (const address of [...options.rest, ...valuesOf(options, 'U', 'user-agent', 'referer')])
    sendInAddress(address, scene, machine, at)
  for (const header of valuesOf(options, 'header')) sendHeader(header, call)
  const target = valuesOf(options, 'O', 'output-document')[0]
  if (target !== undefined && (target.text === '-' || target.text === '/dev/stdout')) return fetched
  if (target !== undefined) keep(target, undefined, call)
  else
    for (const address of options.rest)
      keep(fileOf(address), valuesOf(options, 'P', 'directory-prefix')[0], call)
  return nothing
}

/** Other clients: a named file, or the answer itself. */
function client(call: Call): Value {
  const options = optionsOf(call.args, 'o O d dir out output x s')
  const targets = valuesOf(options, 'o', 'O', 'out', 'output').filter(
    ({ text }) => text !== '' && text !== '-',
  )
  for (const address of options.rest) {
    sendInAddress(address, call.scene, call.machine, call.at)
    if (targets.length === 0) keep(fileOf(address), valuesOf(options, 'd', 'dir')[0], call)
    const path = /^[^=@]{0,100}[=:]?@(.+)/.exec(address.text)?.[1]
    if (path !== undefined && /^(?:http|https|xh)$/.test(call.name))
      send(readFile(path, call.scene, call.machine), call.scene, call.machine, call.at)
  }
  if (/^(?:http|https|xh|tftp|ftp|sftp|telnet)$/.test(call.name))
    send(call.scene.input, call.scene, call.machine, call.at)
  for (const target of targets) keep(target, undefined, call)
  return targets.length > 0 ? nothing : fetched
}

/** Lookups carry what is asked, and answer with what a stranger wrote. */
function lookup({ args, scene, machine, at }: Call): Value {
  for (const arg of args) send(arg, scene, machine, at)
  return fetched
}

function connection(call: Call): Value {
  const { name, args, scene, machine, at } = call
  const options = optionsOf(args, 'e c p s w i q x X g G O T')
  const isShell =
    name === 'socat'
      ? args.some(({ text }) => /^(?:exec|system):/i.test(text))
      : anyOf(options, 'e', 'c', 'exec', 'sh-exec')
  if (isShell) report(machine, 'remote-commands', scene, at)
  for (const arg of args) {
    const path = /^(?:file|open|gopen):([^,]+)/i.exec(arg.text)?.[1]
    if (path !== undefined) send(readFile(path, scene, machine), scene, machine, at)
  }
  send(scene.input, scene, machine, at)
  return fetched
}

const remote =
  /^(?:[\w.\ufffc-]+@)?[\w.\ufffc-]+:(?!\\)|^(?:s3|gs|rsync|sftp|scp|ftp|gdrive|b2|remote)[\w-]*:/

/** `scp`, `rsync` and cloud copies: from here to there is an upload. */
function copy(call: Call): Value {
  const { scene, machine, at } = call
  const isCloud = /^(?:aws|gcloud|az|mc)$/.test(call.name)
  if (isCloud && !call.args.some(({ text }) => /^(?:cp|copy|sync|mv|rsync|upload|put|mirror)$/.test(text)))
    return unknown()
  const { rest } = optionsOf(call.args, 'i P p o e F l c S J rsh exclude include port bwlimit profile region')
  const places = rest.filter(
    ({ text }) => !/^(?:s3|cp|copy|sync|mv|move|rsync|copyto|moveto|put|mirror|storage)$/.test(text),
  )
  const target = places.at(-1)
  if (target === undefined) return nothing
  if (remote.test(target.text)) {
    for (const source of places.slice(0, -1))
      if (!remote.test(source.text)) send(readFile(source.text, scene, machine), scene, machine, at)
  } else {
    for (const source of places.slice(0, -1))
      if (remote.test(source.text)) {
        keep(fileOf(source), undefined, call)
        keep(target, undefined, call)
      }
  }
  return nothing
}

function ssh({ args, scene, machine, at }: Call): Value {
  send(scene.input, scene, machine, at)
  for (const arg of args) sendInAddress(arg, scene, machine, at)
  return fetched
}

function mail({ args, scene, machine, at }: Call): Value {
  send(scene.input, scene, machine, at)
  for (const path of valuesOf(optionsOf(args, 'a A s attach subject r c b'), 'a', 'A', 'attach'))
    if (path.text !== '') send(readFile(path.text, scene, machine), scene, machine, at)
  return nothing
}

function git(call: Call): Value {
  const verb = call.args.find(({ text }) => !text.startsWith('-'))?.text
  if (verb === 'clone' || verb === 'pull' || verb === 'fetch') call.machine.hasUnpackedFetched = true
  return unknown(verb === 'show' || verb === 'archive' ? origin.fetched : 0)
}

function openssl(call: Call): Value {
  const verb = call.args[0]?.text
  if (verb === 's_client') return connection({ ...call, args: [] })
  const input = valuesOf(
    optionsOf(
      call.args.map((arg) => (/^-in$/.test(arg.text) ? { ...arg, text: '--in' } : arg)),
      'in',
    ),
    'in',
  )[0]
  const source = input === undefined ? call.scene.input : readFile(input.text, call.scene, call.machine)
  const isDecoding =
    (verb === 'enc' || verb === 'base64' || verb === 'rsautl' || verb === 'smime') &&
    call.args.some(({ text }) => text === '-d' || text === '-decrypt')
  const text =
    isDecoding && isKnown(source) && !call.args.some((arg) => /^-(?:aes|des|chacha|bf)/.test(arg.text))
      ? fromBase64(source.text)
      : unknownText
  return { text, flags: isDecoding ? source.flags | origin.decoded : source.flags }
}

export const fetchingCommands: Handlers = {
  curl,
  wget,
  git,
  openssl,
  ssh,
  ...named(
    'aria2c axel fetch lynx w3m links elinks http https xh GET lwp-request lwp-download lwp-dump ftp tftp ipfs gh hub youtube-dl',
    client,
  ),
  ...named('dig nslookup host drill', lookup),
  ...named('nc ncat netcat nc.traditional nc.openbsd socat telnet', connection),
  ...named('scp rsync sftp aws gsutil rclone s3cmd gcloud az mc croc magic-wormhole transfer', copy),
  ...named('mail mailx mutt sendmail msmtp swaks', mail),
}
