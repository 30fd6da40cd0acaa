// On a narrow screen Tasklist puts the form below the list, however long that is. user-styles.css shows an open task alone
// there, and this leads back to the list.
const text = window.desk.language === 'nl' ? 'Terug naar de lijst' : 'Back to the list';

function close() {
  const [path, query] = location.hash.split('?');
  const rest = new URLSearchParams(query);
  rest.delete('task');
  location.hash = `${path}?${rest}`;
}

new MutationObserver(() => {
  const card = document.querySelector('.task-details .task-card');
  if (card && !document.querySelector('.desk-back')) {
    const back = document.createElement('button');
    back.type = 'button';
    back.className = 'btn btn-link desk-back';
    back.textContent = text;
    back.addEventListener('click', close);
    card.before(back);
  }
}).observe(document.body, {childList: true, subtree: true});
