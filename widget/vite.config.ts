import { createHash } from 'node:crypto'
import { build, defineConfig, type Plugin } from 'vite'
import { compressed } from '../tools/compressed.ts'

/** Browsers with constructable style sheets in shadow trees. */
const target = ['chrome111', 'edge111', 'firefox119', 'safari16.4']

/**
 * `widget.js`, the classic script that pages carry, beside the chat's module. It is built by itself, because it must be
 * one file without imports, and after the chat, because it carries the name of the chat's file.
 */
function loader(): Plugin {
  return {
    name: 'comptoir-loader',
    async generateBundle(_, bundle) {
      const chat = Object.values(bundle).find((output) => output.type === 'chunk' && output.isEntry)
      if (!chat) throw new Error('the chat was not built')
      const built = await build({
        configFile: false,
        root: import.meta.dirname,
        logLevel: 'warn',
        define: { chatFile: JSON.stringify(chat.fileName) },
        build: {
          write: false,
          target,
          lib: { entry: 'src/loader/loader.ts', formats: ['iife'], name: 'comptoir' },
        },
      })
      const outputs = (Array.isArray(built) ? built : [built]).flatMap((result) =>
        'output' in result ? result.output : [],
      )
      const [script] = outputs
      if (outputs.length !== 1 || script?.type !== 'chunk') throw new Error('the loader must be one file')
      this.emitFile({ type: 'asset', fileName: 'widget.js', source: script.code })
    },
  }
}

/**
 * What starts the pages of booking: they are drawn by the part of the widget that books, which does nothing before it is told to. A
 * second entry would tear what it shares with the chat out of the chat's file.
 */
function bookingPage(): Plugin {
  return {
    name: 'comptoir-booking-page',
    generateBundle(_, bundle) {
      const booking = Object.values(bundle).find(
        (output) => output.type === 'chunk' && output.facadeModuleId?.endsWith('/booking/booking.tsx'),
      )
      if (booking?.type !== 'chunk' || !booking.exports.includes('startPage'))
        throw new Error('what books was not built')
      const source = `import{startPage}from"./${booking.fileName}";startPage()`
      const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8)
      this.emitFile({ type: 'asset', fileName: `page-${hash}.js`, source })
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [loader(), bookingPage(), compressed()],
  build: {
    target,
    outDir: 'dist',
    emptyOutDir: true,
    lib: { entry: 'src/chat/chat.tsx', formats: ['es'] },
    rolldownOptions: {
      // What is fetched later takes what it shares with the chat from the chat's own file: one request less before it opens.
      preserveEntrySignatures: 'allow-extension',
      output: { entryFileNames: 'chat-[hash].js', minify: true, comments: false },
    },
  },
})
