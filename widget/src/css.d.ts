declare module '*.css?inline' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: Vite's own form
  export default text
}
