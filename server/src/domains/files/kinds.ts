/** What a file is for whoever meets it; what its name promises is held against what is in it. */
type Kind = 'picture' | 'media' | 'pdf' | 'archive' | 'text' | 'program' | 'other'

/** By media type as `file-type` tells it. Office documents are archives: one is told from another by what they hold. */
const kinds: readonly [Kind, RegExp][] = [
  [
    'program',
    /^application\/(x-msdownload|x-elf|x-mach-binary|java-vm|java-archive|vnd\.android\.package-archive|x-ms-shortcut|x-ms-regedit|x-google-chrome-extension|x-xpinstall|x-deb|x-rpm|x-apple-diskimage|x-shockwave-flash|wasm|vnd\.ms-htmlhelp|x-ft-apple\.alias)$/,
  ],
  ['pdf', /^application\/pdf$/],
  ['picture', /^image\//],
  ['media', /^(audio|video)\/|^application\/(ogg|mxf|vnd\.rn-realmedia|vnd\.ms-asf)$/],
  [
    'archive',
    /zip|compress|-tar$|officedocument|opendocument|macroenabled|ms-powerpoint|ms-outlook|visio|x-cfb|x-xz|zstd|-rar|7z|-cab-|x-arj|-ace-|lz4|apple\.(keynote|numbers|pages)|mobipocket|x-iso9660|x-cpio|x-unix-archive/,
  ],
  ['text', /^text\/|^application\/(rtf|xml|postscript|eps)$|^image\/svg/],
]

const kindOf = (mediaType: string): Kind => {
  if (mediaType === 'image/svg+xml') return 'text'
  return kinds.find(([, pattern]) => pattern.test(mediaType))?.[0] ?? 'other'
}

/** What a name promises, by its last ending. An ending that is not here promises nothing. */
const promises: Record<Exclude<Kind, 'other'>, string> = {
  picture: 'jpg jpeg jfif png gif webp avif heic heif bmp tif tiff ico jxl psd',
  media: 'mp4 m4v mov webm mkv avi mpg mpeg 3gp wmv mp3 m4a aac ogg oga ogv opus wav flac amr wma weba',
  pdf: 'pdf',
  archive: 'zip rar 7z gz tgz bz2 xz zst tar docx docm dotx xlsx xlsm pptx pptm ppsx odt ods odp epub doc xls ppt msg',
  text: 'txt csv tsv md log json xml yaml yml ics vcf html htm xhtml svg css rtf eml srt',
  program:
    'exe dll com scr pif msi msp cpl sys bat cmd ps1 vbs vbe jse wsf wsh hta lnk jar apk app dmg pkg deb rpm reg chm xpi crx',
}
const promised = new Map(
  Object.entries(promises).flatMap(([kind, endings]) => endings.split(' ').map((ending) => [ending, kind as Kind])),
)

/** Documents of before 2007 that programs write as text to this day, and readers open. */
const writtenAsText = new Set(['doc', 'xls'])
/** Kinds without a sign at their beginning that every file of theirs has. */
const mayBeUnsigned: ReadonlySet<Kind> = new Set<Kind>(['text', 'media'])

/** What is said against taking a file of this name with this content; null: nothing. `mediaType` null: its content has no known sign. */
export function objectionTo(name: string, mediaType: string | null): 'files.type-lies' | 'files.type-refused' | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const expected = promised.get(ending)
  const found = mediaType === null ? null : kindOf(mediaType)
  if (found === 'program' || expected === 'program') {
    // A program under the name of a picture is the worse of the two.
    return expected !== undefined && expected !== 'program' ? 'files.type-lies' : 'files.type-refused'
  }
  if (expected === undefined || expected === found) return null
  if (found === null) return mayBeUnsigned.has(expected) ? null : 'files.type-lies'
  return found === 'text' && writtenAsText.has(ending) ? null : 'files.type-lies'
}
