import type { Voice } from '../voice.ts'
import { days, pieceForms, teaForms, towns } from './forms.ts'
import { counterTalks, parcelTalks } from './orders.ts'
import { doorTalks, shelfTalks } from './pieces.ts'
import { teaTalks } from './teas.ts'
import { workshopTalks } from './workshops.ts'

export const english: Voice = {
  hello: { day: ['Hello', 'Hi', 'Hi there', 'Hello'], evening: ['Good evening', 'Hi', 'Hello'] },
  helloBack: (name) => (name === null ? 'Hello' : `Hello ${name}`),
  firstNames: [
    ...['Hannah', 'Oliver', 'Priyanka', 'Jack', 'Amelia', 'Tunde', 'Megan', 'Callum', 'Zara', 'Isla', 'Rhys', 'Poppy'],
    ...['Marcus', 'Eleanor', 'Dev', 'Freya', 'Niamh', 'Samuel', 'Grace', 'Aisha', 'Ewan', 'Bethan', 'Louis', 'Imogen'],
    ...['Harriet', 'Kwame', 'Daisy', 'Arthur', 'Mei', 'Florence', 'Toby', 'Nia'],
  ],
  surnames: [
    ...['Whitfield', 'Okafor', 'Patel', 'Hughes', 'Marsh', 'O’Connor', 'Campbell', 'Ashworth', 'Singh', 'Fletcher'],
    ...['Barker', 'MacLeod', 'Turner', 'Adeyemi', 'Holloway', 'Chen', 'Pritchard', 'Dixon', 'Lambert', 'Khan'],
    ...['Sutton', 'Baines', 'Novak', 'Reed', 'Wainwright', 'Ellis', 'Thorne'],
  ],
  days,
  towns,
  teaForms,
  pieceForms,
  brewing: (celsius, seconds) =>
    `water at ${celsius} °C and ${seconds % 60 === 0 ? `${seconds / 60} minutes` : `a minute and a half`}`,
  anywhere: [...parcelTalks, ...teaTalks, ...shelfTalks],
  atHome: [...counterTalks, ...workshopTalks, ...doorTalks],
}
