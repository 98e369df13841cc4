export { insertOrganisation, lockOrganisation, organisationName } from './store.ts'
