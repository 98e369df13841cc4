import { markup } from '#server/platform/markup.ts'
import { table } from '../drawings/scenes.ts'
import type { Page, Visit } from '../visit.ts'

/** For an address where nothing is. It is not repeated: it is a stranger's text. */
export const notFound = (visit: Visit): Page => ({
  status: 404,
  ...alone(visit.words.notFound, visit.link('')),
})

/** Instead of every page, while there is no channel whose widget could stand here. */
export const notReady = (visit: Visit): Page => ({ status: 200, ...alone(visit.words.notReady, '/') })

const alone = ({ title, text, link }: { title: string; text: string; link: string }, to: string) => ({
  title,
  description: text,
  body: markup`
<div class="wide apart">${table()}<h1>${title}</h1><p>${text}</p><p class="acts"><a class="act" href="${to}">${link}</a></p></div>`,
})
