import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Console } from './app/console.tsx'
import './ui/look/theme.css'
import { loadFirstWords, WordsProvider } from './ui/words.tsx'

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')

try {
  const first = await loadFirstWords()
  createRoot(place).render(
    <StrictMode>
      <WordsProvider first={first}>
        <Console />
      </WordsProvider>
    </StrictMode>,
  )
} catch (error) {
  // Without words there is only this, in both languages.
  place.textContent = 'Comptoir n’a pas pu se charger : rechargez la page. Comptoir could not load: reload the page.'
  throw error
}
