// Every part and signed-out screen in every state, to be looked at while working: `vite console`, then /gallery/#parts.
// Never built: vite.config.ts knows index.html alone.
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { StrictMode, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import '../src/ui/look/theme.css'
import { useTheme } from '../src/ui/look/use-theme.ts'
import { loadFirstWords, WordsProvider } from '../src/ui/words.tsx'
import { scenes } from './scenes.tsx'

const root = createRootRoute()
const paths = [
  '/conversations',
  '/settings',
  '/settings/agents',
  '/settings/channels',
  '/settings/letters',
  '/settings/organisation',
  '/settings/profile',
  '/sign-in',
  '/forgotten-password',
  '/',
]
const router = createRouter({
  routeTree: root.addChildren(
    paths.map((path) =>
      createRoute({
        getParentRoute: () => root,
        path,
        component: Scene,
        staticData: { page: path.startsWith('/settings') ? 'settings' : 'conversations' },
      }),
    ),
  ),
  history: createMemoryHistory({ initialEntries: ['/conversations'] }),
})

function Scene() {
  useTheme()
  const name = useSyncExternalStore(
    (listener) => {
      window.addEventListener('hashchange', listener)
      return () => window.removeEventListener('hashchange', listener)
    },
    () => window.location.hash.slice(1),
  )
  const Chosen = scenes[name]
  if (Chosen) return <Chosen key={name} />
  return (
    <ul className="p-6">
      {Object.keys(scenes).map((each) => (
        <li key={each}>
          <a href={`#${each}`}>{each}</a>
        </li>
      ))}
    </ul>
  )
}

const place = document.getElementById('root')
const first = await loadFirstWords()
if (place)
  createRoot(place).render(
    <StrictMode>
      <WordsProvider first={first}>
        <RouterProvider router={router} />
      </WordsProvider>
    </StrictMode>,
  )
