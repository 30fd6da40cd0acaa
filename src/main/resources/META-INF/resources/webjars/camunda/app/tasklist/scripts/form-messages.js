// form-js 1.8.7, which Tasklist bundles, has its own texts in English only, and above the list of tasks Tasklist binds some
// before its own Dutch has arrived. This shows them in Dutch to who reads Dutch, and keeps regular expressions out of
// everybody's sight. A text that is not listed stays as it is.
const dutch = window.desk.language === 'nl';

const same = null;
// [what form-js says, in Dutch, in English]
const ERRORS = [
  [/^Field is required\.$/, 'Vul dit veld in.', same],
  [/^Field must match pattern .*\.$/s, 'Dit heeft niet de juiste vorm.', 'This does not have the right form.'],
  [/^Field must have minimum value of (.*)\.$/, 'Dit moet $1 of meer zijn.', same],
  [/^Field must have maximum value of (.*)\.$/, 'Dit mag niet meer zijn dan $1.', same],
  [/^Field must have minimum length of (.*)\.$/, 'Gebruik minstens $1 tekens.', same],
  [/^Field must have maximum length of (.*)\.$/, 'Gebruik niet meer dan $1 tekens.', same],
  [/^Field must be a valid email\.$/, 'Dit is geen geldig e-mailadres.', same],
  [/^Field must be a valid +international phone number\..*$/, 'Dit is geen internationaal telefoonnummer (bijvoorbeeld +31201234567).', same],
  [/^Value is not a number\.$/, 'Dit is geen getal.', same],
  [/^Value is expected to be an integer\.$/, 'Vul een heel getal in.', same],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, 'Gebruik niet meer dan $1 cijfers achter de komma.', same],
  [/^Please select a valid value, the two nearest valid values are (.*) and (.*)\.$/, 'Kies een geldige waarde, bijvoorbeeld $1 of $2.', same],
  [/^Date and time must both be entered\.$/, 'Vul zowel een datum als een tijd in.', same]
];
const WORDS = {
  Select: 'Kies',
  Search: 'Zoeken',
  'No results': 'Niets gevonden',
  'All values selected': 'Alles is gekozen',
  'Add new': 'Toevoegen',
  'Nothing to show.': 'Niets om te tonen.',
  'Previous page': 'Vorige pagina',
  'Next page': 'Volgende pagina',
  Increment: 'Hoger',
  Decrement: 'Lager',
  Created: 'Gemaakt',
  'Search tasks': 'Taken zoeken'
};
const WORD_PLACES = '.fjs-select-placeholder, .fjs-dropdownlist-empty, .fjs-repeat-render-add, .fjs-table-empty';

function inOurWords(text) {
  for (const [theirs, nl, en] of ERRORS) {
    const ours = dutch ? nl : en;
    if (ours && theirs.test(text)) {
      return text.replace(theirs, ours);
    }
  }
  return text;
}

const inDutch = text => WORDS[text.trim()] ?? text;

function replaceTexts(element, ours) {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.data;
    const replacement = ours(text);
    if (replacement !== text) {
      texts.currentNode.data = replacement;
    }
  }
}

function replaceAttribute(element, name) {
  const word = WORDS[element.getAttribute(name)];
  if (word) {
    element.setAttribute(name, word);
  }
}

function translateAboveTheList() {
  const top = document.querySelector('.column.tasks-list > .top');
  if (dutch && top) {
    replaceTexts(top, inDutch);
    top.querySelectorAll('[placeholder]').forEach(input => replaceAttribute(input, 'placeholder'));
  }
}

function translateForms() {
  for (const form of document.querySelectorAll('.fjs-container')) {
    form.querySelectorAll('.fjs-form-field-error').forEach(error => replaceTexts(error, inOurWords));
    if (dutch) {
      form.querySelectorAll(WORD_PLACES).forEach(place => replaceTexts(place, inDutch));
      form.querySelectorAll('[placeholder]').forEach(input => replaceAttribute(input, 'placeholder'));
      form.querySelectorAll('button[aria-label]').forEach(button => replaceAttribute(button, 'aria-label'));
    }
  }
}

new MutationObserver(() => {
  translateForms();
  translateAboveTheList();
}).observe(document.body, {childList: true, subtree: true, characterData: true});
