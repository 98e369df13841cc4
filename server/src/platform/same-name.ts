/** Whether two names would be taken for one: case apart, in every script. Names cross the wire in composed form. */
export const isSameName = (one: string, other: string): boolean => one.toUpperCase() === other.toUpperCase()
