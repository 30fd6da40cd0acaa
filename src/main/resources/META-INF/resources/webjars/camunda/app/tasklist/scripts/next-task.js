// Opens the next step of a purchase after completing one, which Tasklist announces, and a task that is alone in the list,
// so that who has one thing to do sees its form at once. Each task once: a completed one stays in the list for a moment.
const opened = new Set();
let selected = null;

// Right after a task was left its next step is not in the list yet, so that a task of another purchase seems to be alone.
const SETTLED = 2000;
let leftAt = 0;

function taskIn(address) {
  return new URLSearchParams(address.split('?')[1]).get('task');
}

// What went wrong with a task, and that it is the next step, is no news any more once it has been left.
function forgetNewsOf(task) {
  document
    .querySelectorAll(`.page-notifications .alert-danger, .page-notifications .alert:has(a[href*="task=${task}"])`)
    .forEach(alert => alert.querySelector('.close')?.click());
}

function linkToOpen() {
  const announced = document.querySelectorAll('.page-notifications .alert a[href*="task="]');
  const listed = document.querySelectorAll('ol.tasks-list > li.task h4.task a[href]');
  const places = Date.now() - leftAt < SETTLED ? [announced] : [announced, listed];
  const alone = places.filter(links => links.length === 1).map(links => links[0]);
  return alone.find(link => !opened.has(taskIn(link.getAttribute('href'))));
}

function openNextTask() {
  const before = selected;
  selected = taskIn(location.hash);
  if (before && before !== selected) {
    forgetNewsOf(before);
  }
  if (before && !selected) {
    leftAt = Date.now();
    setTimeout(openNextTask, SETTLED);
  }
  if (selected) {
    opened.add(selected);
    return;
  }
  const link = linkToOpen();
  if (link && !document.activeElement?.matches('input, textarea')) {
    opened.add(taskIn(link.getAttribute('href')));
    link.click();
    link.blur();
  }
}

let due;
new MutationObserver(() => {
  clearTimeout(due);
  due = setTimeout(openNextTask, 100);
}).observe(document.body, {childList: true, subtree: true});
