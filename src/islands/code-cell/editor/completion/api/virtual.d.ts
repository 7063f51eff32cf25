/** What `apiModule` makes of the sources. */
declare module 'virtual:cell-api' {
  const api: import('./api.ts').Api
  export default api
}
