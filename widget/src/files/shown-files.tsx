/** @jsxImportSource preact */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Attached, Attachment } from '#client/uploads/attachment.ts'
import { sizeInWords } from '#client/uploads/size-in-words.ts'
import type { MessageFile } from '#contract/messages.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { WidgetFileWords } from '#words/widget-files.ts'
import { Icon } from '../chat/icon.tsx'
import { draw } from './draw.ts'
import { enlarge } from './enlarge.ts'
import type { FetchedFiles } from './fetched-files.ts'

/** Either side of a picture in the thread, in pixels. */
const mostWide = 220
const mostHigh = 240

interface Props {
  files: readonly (MessageFile | Attached)[]
  seq: number | null
  words: WidgetFileWords
  locale: Locale
  fetched: FetchedFiles
  /** Where a picture is drawn over everything else. */
  place: Node
  /** Of what waits: how far it is. */
  progressOf(id: string): Attachment | undefined
}

/** The files of one message: pictures small, the others by name and size. */
export function ShownFiles({ files, seq, ...rest }: Props) {
  return (
    <ul class="files" data-seq={seq} aria-label={rest.words.shown}>
      {files.map((file) => (
        <li key={file.id}>
          {'width' in file ? <SentFile file={file} {...rest} /> : <WaitingFile file={file} {...rest} />}
        </li>
      ))}
    </ul>
  )
}

type Rest = Omit<Props, 'files' | 'seq'>

function SentFile({ file, words, locale, fetched, place }: Rest & { file: MessageFile }) {
  const [failed, setFailed] = useState(false)
  const size = sizeInWords(file.sizeBytes, locale)

  async function open(show: (bytes: Blob) => void | Promise<void>) {
    setFailed(false)
    try {
      await show(await fetched.whole(file))
    } catch {
      setFailed(true)
    }
  }
  const note = failed && (
    <span class="no" role="status">
      {words.failed}
    </span>
  )

  if (file.width !== null && file.height !== null) {
    const bitmap = fetched.preview(file)
    const scale = Math.min(1, mostWide / file.width, mostHigh / file.height)
    const box = { width: `${Math.max(44, file.width * scale)}px`, aspectRatio: `${file.width}/${file.height}` }
    return (
      <>
        <button
          type="button"
          class="picture"
          style={box}
          aria-label={words.enlarge(file.name)}
          onClick={() => void open((bytes) => enlarge(place, { bytes, name: file.name, words }))}
        >
          {bitmap ? <Preview bitmap={bitmap} /> : <span>{file.name}</span>}
        </button>
        {note}
      </>
    )
  }
  return (
    <>
      <button type="button" class="file" onClick={() => void open((bytes) => keep(bytes, file.name))}>
        <Icon name="file" />
        <span>
          <span class="hidden">{words.keep} </span>
          <b dir="auto">{file.name}</b> <small>{size}</small>
        </span>
      </button>
      {note}
    </>
  )
}

function WaitingFile({ file, locale, progressOf }: Rest & { file: Attached }) {
  const present = progressOf(file.id)
  return (
    <span class="file">
      <Icon name="file" />
      <span>
        <b dir="auto">{file.name}</b>
        <small>{sizeInWords(file.sizeBytes, locale)}</small>
        {present?.state === 'sending' && <progress max={file.sizeBytes} value={present.sentBytes} />}
      </span>
    </span>
  )
}

function Preview({ bitmap }: { bitmap: ImageBitmap }) {
  const place = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    if (place.current) draw(place.current, bitmap)
  }, [bitmap])
  return <canvas ref={place} />
}

/** For so long the browser may take to begin keeping a file. */
const keptWithinMs = 60_000

function keep(bytes: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(bytes)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), keptWithinMs)
}
