// Replaces the config.js of Camunda's webjar as a whole. WebAppsTest names the one it was compared with.
export default {
  // The header and the page's title read "<vendor> <name>".
  app: {
    vendor: 'Activation Desk',
    name: '\u00b7 Admin'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  disableWelcomeMessage: true,
  customScripts: ['../tasklist/scripts/desk.js']
};
