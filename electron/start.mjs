// `npm start`. Only the guard is here; what follows is TypeScript, which an old Node could not read.
import { runHost } from './node-version.mjs'

runHost(function () {
  return import('./start/start.ts').then(function (module) {
    return module.start(process.argv.slice(2))
  })
})
