// Replaces the config.js of Camunda's webjar as a whole. WebAppsTest names the one it was compared with.
// Above it the desk puts window.desk: in which language the reader reads.
const dutch = window.desk.language === 'nl';

export default {
  // The header and the page's title read "<vendor> <name>".
  app: {
    vendor: 'Activation Desk',
    name: dutch ? '\u00b7 Taken' : '\u00b7 Tasks'
  },
  locales: {
    // The only one there is: Tasklist would choose by the browser alone.
    availableLocales: [window.desk.language],
    fallbackLocale: window.desk.language
  },
  disableWelcomeMessage: true,
  customScripts: ['scripts/desk.js', 'scripts/language.js', 'scripts/next-task.js', 'scripts/good-end.js', 'scripts/form-messages.js', 'scripts/narrow.js'],
  shortcuts: {
    focusList: {
      key: 'ctrl+alt+l',
      description: dutch ? 'naar de eerste taak in de lijst' : 'go to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: dutch ? 'naar het eerste veld van het formulier' : 'go to the first field of the form'
    },
    claimTask: {
      key: 'ctrl+alt+c',
      description: dutch ? 'de gekozen taak aan mij toewijzen' : 'assign the selected task to me'
    }
  }
};
