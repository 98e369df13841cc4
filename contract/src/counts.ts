import * as z from 'zod'

/** What is counted from nothing or one upwards, in the 32 bits a column has, with room for one more. */
export const Count = z
  .int()
  .nonnegative()
  .max(2 ** 31 - 2)

/** Which part of a conversation: by `seq`. */
export const MessagesQuery = z.strictObject({
  /** Messages with a lower seq, newest of them first in the cut, in order in the answer. */
  before: z.coerce.number().pipe(Count.positive()).optional(),
  /** Messages with a higher seq, oldest first. */
  after: z.coerce.number().pipe(Count).optional(),
})
