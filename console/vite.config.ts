import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { compressed } from '../tools/compressed.ts'

/** Where `npm start` listens while the console is being worked on with `vite`; the default is the server's own. */
const serverUrl = process.env.COMPTOIR_URL ?? 'http://127.0.0.1:3000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [onlyOurLanguages(), react(), tailwindcss(), compressed()],
  // Native `light-dark()`, nesting and the newest syntax: the console's readers keep their browsers up to date.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome125', 'edge125', 'firefox128', 'safari17.5'],
    // Inlined files would be `data:` addresses, which `font-src 'self'` and `img-src 'self'` refuse.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page stands on, in two files that an update of ours does not change.
            { name: 'react', priority: 3, test: /node_modules\/(react|react-dom|scheduler)\// },
            {
              name: 'pages',
              priority: 3,
              test: /node_modules\/(@tanstack\/(?!react-virtual|virtual-core)|use-sync-external-store)/,
            },
            // What stands before any page is known; the parts, and React Aria with them, come with the page.
            {
              name: 'ground',
              priority: 2,
              test: /lucide-react|console\/src\/ui\/(look\/|feedback\/(empty-state|progress-line)|actions\/button-look|layout\/use-document|time\/days|(class-names|kept|words)\.tsx?$)/,
            },
            // The small parts, which would be forty files of a few hundred bytes each.
            {
              name: 'parts',
              priority: 1,
              test: /console\/src\/ui\/(actions|feedback|keyboard|layout|people|time)\//,
            },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: serverUrl, ws: true } } },
})

/** React Aria carries its few words in 34 languages; those the console does not speak are left out (40 kB gz). */
function onlyOurLanguages(): Plugin {
  const foreign = /react-(aria|stately|aria-components)\/.*\/intl\/.*\/(?!fr-FR|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/
  return {
    name: 'only-our-languages',
    enforce: 'pre',
    load: (id) => (foreign.test(id) ? 'export default {}' : null),
  }
}
