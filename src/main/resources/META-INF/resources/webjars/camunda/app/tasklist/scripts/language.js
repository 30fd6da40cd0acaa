// One language on one screen: what Tasklist shows of the engine's own names follows the reader's language as well
// (window.desk, see config.js), and the header has the switch that the desk's pages have too.
const {language, taskNames} = window.desk;
const OTHER = {en: ['nl', 'Nederlands'], nl: ['en', 'English']}[language];

document.documentElement.lang = language;
if (new URLSearchParams(location.search).has('lang')) {
  history.replaceState(null, '', location.pathname + location.hash);
}

// [what stands there, with groups for its places; the same in the reader's language]
const literal = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const PATTERNS = taskNames.map(([theirs, ours]) => {
  const places = [];
  const pattern = theirs.split(/\{(\d)}/).map((part, i) => (i % 2 ? places.push(part) && '(.+)' : literal(part)));
  return {theirs: new RegExp(`^\\s*${pattern.join('')}\\s*$`), places, ours};
});
const PROCESS = {en: ['Licentieactivering', 'License activation'], nl: ['License activation', 'Licentieactivering']}[language];

function inReadersLanguage(text) {
  for (const {theirs, places, ours} of PATTERNS) {
    const found = text.match(theirs);
    if (found) {
      return ours.replace(/\{(\d)}/g, (_, place) => found[places.indexOf(place) + 1] ?? '');
    }
  }
  return text.trim() === PROCESS[0] ? PROCESS[1] : text;
}

// The lists are named in both languages: "My tasks / Mijn taken".
const half = text => text.split(' / ')[language === 'nl' ? 1 : 0] ?? text;

const PLACES = [
  ['.task-filter, .task-filters .content a', half],
  ['li.task, .task-card h2, .task-card .description, .task-card .process-definition, .page-notifications', inReadersLanguage]
];

function translate() {
  for (const [places, ours] of PLACES) {
    for (const place of document.querySelectorAll(places)) {
      const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode.data;
        const replacement = ours(text);
        if (replacement !== text) {
          texts.currentNode.data = replacement;
        }
      }
    }
  }
}

function offerOther() {
  const account = document.querySelector('[cam-widget-header] .account');
  if (account && !document.querySelector('.desk-language')) {
    const item = document.createElement('li');
    item.className = 'desk-language';
    const link = document.createElement('a');
    [link.lang, link.textContent] = OTHER;
    link.hreflang = link.lang;
    link.href = '#';
    link.addEventListener('click', event => {
      event.preventDefault();
      event.stopPropagation();
      // What stands behind the # is kept, so that the same task opens again.
      location.assign(`${location.pathname}?lang=${link.lang}${location.hash}`);
    });
    item.append(link);
    account.before(item);
  }
}

new MutationObserver(() => {
  translate();
  offerOther();
}).observe(document.body, {childList: true, subtree: true, characterData: true});
