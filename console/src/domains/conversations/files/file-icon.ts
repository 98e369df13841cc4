import {
  FileArchive,
  FileAudio,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileVideo,
  File as PlainFile,
} from 'lucide-react'
import type { LucideIcon } from '../../../ui/look/icon.tsx'

const icons: readonly [RegExp, LucideIcon][] = [
  [/^image\//, FileImage],
  [/^audio\//, FileAudio],
  [/^video\//, FileVideo],
  [/sheet|ms-excel|csv/, FileSpreadsheet],
  [/^text\/|pdf|word|opendocument\.text|rtf/, FileText],
  [/zip|compressed|-tar|gzip/, FileArchive],
]

/** What a file is, at a glance. */
export const fileIcon = (mediaType: string): LucideIcon =>
  icons.find(([pattern]) => pattern.test(mediaType))?.[1] ?? PlainFile
