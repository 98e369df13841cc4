import type { Upload } from '#contract/files.ts'
import { asMessageFile, type UploadedFile } from './file.ts'

export const forUploader = (file: UploadedFile): Upload => ({
  receivedBytes: file.receivedBytes,
  file: asMessageFile(file),
})
