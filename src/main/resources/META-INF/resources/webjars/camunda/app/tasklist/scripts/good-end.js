// After a task of which no next one follows: what became of its order, in place of "Select a task in the list". The desk says it
// as things stand then, so it is right as well where a task was only left.
const deskAddress = document.querySelector('base').getAttribute('app-root').replace(/\/[^/]*$/, '');

// Every form leads to pages about its order.
const ABOUT_ORDER = /\/orders\/[^/?#]+\/[^/?#]+/;

let orderAtHand = null;
let outcome = null;

async function tellOutcome(order) {
  const answer = await fetch(`${deskAddress}${order}/outcome`);
  if (answer.ok) {
    const words = await answer.text();
    outcome = document.createElement('section');
    outcome.className = 'outcome';
    outcome.setAttribute('role', 'status');
    outcome.innerHTML = words;
    showOutcome();
  }
}

// Who has one list and nothing in it sees that list alone, but only when the list has come: until then the other place is seen.
function placeOfOutcome() {
  return ['.no-task', '.tasks-list .well'].map(where => document.querySelector(where)).find(found => found?.offsetParent);
}

function showOutcome() {
  if (!outcome.offsetParent) {
    placeOfOutcome()?.replaceChildren(outcome);
  }
}

function followTask() {
  const form = document.querySelector('.fjs-container');
  if (form) {
    const link = [...form.querySelectorAll('a[href]')].find(a => ABOUT_ORDER.test(a.getAttribute('href')));
    orderAtHand = link ? link.getAttribute('href').match(ABOUT_ORDER)[0] : orderAtHand;
    outcome = null;
  } else if (outcome) {
    showOutcome();
  } else if (orderAtHand && placeOfOutcome()) {
    tellOutcome(orderAtHand);
    orderAtHand = null;
  }
}

let followUp;
new MutationObserver(() => {
  clearTimeout(followUp);
  followUp = setTimeout(followTask, 500);
}).observe(document.body, {childList: true, subtree: true, attributes: true, attributeFilter: ['class']});
