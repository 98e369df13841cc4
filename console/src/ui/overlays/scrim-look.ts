/** What lies between a dialog and the page. */
export const scrimLook =
  'fades-in fixed inset-0 z-30 grid place-items-center overflow-auto bg-scrim p-6 phone:place-items-end phone:p-0'
