// Opens a task that is alone in the list, so that who has one thing to do sees its form at once, also the next step
// after completing one. Each task once: a completed one stays in the list for a moment.
const opened = new Set();
let selected = null;

function taskIn(address) {
  return new URLSearchParams(address.split('?')[1]).get('task');
}

// What went wrong with a task, and that it is the next step, is no news any more once it has been left.
function forgetNewsOf(task) {
  document
    .querySelectorAll(`.page-notifications .alert-danger, .page-notifications .alert:has(a[href*="task=${task}"])`)
    .forEach(alert => alert.querySelector('.close')?.click());
}

function openTheOnlyTask() {
  const before = selected;
  selected = taskIn(location.hash);
  if (before && before !== selected) {
    forgetNewsOf(before);
  }
  if (selected) {
    opened.add(selected);
    return;
  }
  const links = document.querySelectorAll('ol.tasks-list > li.task h4.task a[href]');
  const task = links.length === 1 && taskIn(links[0].getAttribute('href'));
  if (task && !opened.has(task) && !document.activeElement?.matches('input, textarea')) {
    opened.add(task);
    links[0].click();
    links[0].blur();
  }
}

let due;
new MutationObserver(() => {
  clearTimeout(due);
  due = setTimeout(openTheOnlyTask, 100);
}).observe(document.body, {childList: true, subtree: true});
