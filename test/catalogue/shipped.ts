/** The catalogue that ships, as the tests read it. */
import { readCatalogue } from '../../electron/catalogue.ts'

export const shippedCatalogue = readCatalogue()
